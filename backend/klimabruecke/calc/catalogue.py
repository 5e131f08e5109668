"""The five methods by id, each made from its data."""

from collections.abc import Callable, Mapping

from klimabruecke.calc.ademe_2026 import AdemeFlight
from klimabruecke.calc.desnz_2025 import DesnzFlight
from klimabruecke.calc.flight import ContinuousFlight
from klimabruecke.calc.geo import geodesic_km, haversine_km
from klimabruecke.calc.methods import Distance, FlightModel, Method, MethodData
from klimabruecke.calc.myclimate_2019 import MyclimateFlight
from klimabruecke.calc.p4f_mobitool3 import P4fFlight

OWN_METHOD = "klimabruecke-2026"

_MODELS: Mapping[str, tuple[Callable[[MethodData], FlightModel], Distance]] = {
    OWN_METHOD: (lambda data: ContinuousFlight(data.parameters), geodesic_km),
    "desnz-2025": (DesnzFlight, geodesic_km),
    "p4f-mobitool3": (P4fFlight, haversine_km),
    "myclimate-2019": (MyclimateFlight, haversine_km),
    "ademe-2026": (AdemeFlight, geodesic_km),
}

METHOD_IDS = tuple(_MODELS)


def method_of(data: MethodData) -> Method:
    """The method, ready to compute. KeyError for an id that is none of METHOD_IDS."""
    flight, distance = _MODELS[data.id]
    return Method(data=data, flight=flight(data), distance=distance)
