"""A dated seed file is what it was on its day: results refer to it, so its bytes never change."""

from hashlib import sha256
from pathlib import Path

import klimabruecke

PACKAGE = Path(klimabruecke.__file__).parent
PINNED = {
    "cities_2026-11-23": "d0a308d9e1157324c131fb67c2688a0f038c33d7befb97f5d5f766960c7eed70",
    "city_gaps_2026-11-23": "b86d755000e4377e0e7279a4955c3f1e8d010fe6ad638351b1c60c401aed72ed",
    "city_populations_2026-11-23": "29fae6048498045dbbdc82687f30a46853d967f275408800c23790e89304c7ba",
    "city_targets_2026-11-23": "0859e749e55942812fb8c8621046e80f5ec1a564e66c03e3b4b9fd2a5286a4e4",
    "partnership_events_2026-11-23": "8313fe7cfa6e2fed356a3136c8d61dc7a5c1e2817567a911e1bd5b5e02052607",
    "defaults_2026-11-23": "0765d28684085dadb2d38fbac8914781953f357a5f707dd952ee8b238c272655",
    "method_factors_2026-11-23": "bcc9c351334aa3a8495ae1809ef87cb0ae3b82024474d69847f90588d8980463",
    "method_parameters_2026-11-23": "77d93907e712ad4e3546fd941016fef578fb06fc016fba635811168e749e92a6",
    "methods_2026-11-23": "5026dad47bc2c2ac95e28df8d068aab157b0d26aea8d5b4355044e0f366c3e70",
    "airport_cities_de_2026-11-24": "027ccc14c4deb20bc09f073040f6f775dec36c86f552444bd86be69269964563",
    "emission_factor_sets_2026-11-23": "246c6a6f59bc66243a4845086841438e15497460b8c6e58a280babcbfbedfa6f",
    "emission_factors_2026-11-23": "e281df9a443b7eb65bb226292f30126040ebc1884168c4e00439c60e6de52e5a",
    "gwp_sets_2026-11-24": "d0bc79ad9573936a84975592bed9879af0b3ae708e3ca359891bc11ce8c5e0c5",
    "gwp_values_2026-11-24": "0a055754cbfbb3ed55ae713bbd72f07da61c39f577b0e0e94c9096cf1b85989f",
    "sources_2026-11-23": "92388615ffb0ec0ff2262fa8c5ef6d9f6b70b3ceb90db9148897f051a85db226",
    "sources_2026-11-24": "5884cce46fa840afaf07d03f87574c7a739fac21b3990ce415edd3f4775a0ae4",
    "travel_rules_2026-11-24": "2761407c9ab1ca6d0f13ef2b480f2dfc1f9dc67243116d8b196566e0fbc6af0d",
}


def test_a_dated_seed_file_never_changes() -> None:
    files = PACKAGE.glob("*/data/*.csv")
    found = {file.stem: sha256(file.read_bytes()).hexdigest() for file in files}
    differing = sorted(name for name in found.keys() | PINNED.keys() if found.get(name) != PINNED.get(name))
    assert not differing, f"{differing}: a changed figure needs a new file with a new date, and a line here."
