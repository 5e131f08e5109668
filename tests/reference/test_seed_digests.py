"""A dated seed file is what it was on its day: results refer to it, so its bytes never change."""

from hashlib import sha256
from pathlib import Path

import klimabruecke

PACKAGE = Path(klimabruecke.__file__).parent
PINNED = {
    "cities_2026-11-24": "fd1813b314303155511ed3605dba7a7852fa496e1b8929f8cf9566c16bf66da3",
    "city_gaps_2026-11-23": "db72caaa38b48ae11ac6836ad9458f594c89a6b5c433dc401933e8666885bed8",
    "city_populations_2026-11-24": "8050bb5fa995eaeeb59c0a8c981cbea45d43254469c52fa7ee7e13610530e68f",
    "city_targets_2026-11-24": "a89f2a52ed3b6d90ca99e71cb4c547dbbe0bc6546143c824d8f6f1b9f04d22f4",
    "partnership_events_2026-11-23": "8313fe7cfa6e2fed356a3136c8d61dc7a5c1e2817567a911e1bd5b5e02052607",
    "defaults_2026-11-23": "765adcfe5c80c945b9de8839fd2e6b1911d2961e315d993fc3c609c5d5a11e60",
    "method_factors_2026-11-23": "bcc9c351334aa3a8495ae1809ef87cb0ae3b82024474d69847f90588d8980463",
    "method_parameters_2026-11-23": "77d93907e712ad4e3546fd941016fef578fb06fc016fba635811168e749e92a6",
    "methods_2026-11-23": "5026dad47bc2c2ac95e28df8d068aab157b0d26aea8d5b4355044e0f366c3e70",
    "airport_cities_de_2026-11-24": "027ccc14c4deb20bc09f073040f6f775dec36c86f552444bd86be69269964563",
    "emission_factor_sets_2026-11-24": "f5b5606366e0498557cfddc77a837e8b06c5dff22dd03bd0620ebe8567670f3b",
    "emission_factors_2026-11-24": "7f9a47c0a4eae03f060f33852d6b6f0a8d965865a1ccf750c388017817212ad5",
    "gwp_sets_2026-11-24": "d0bc79ad9573936a84975592bed9879af0b3ae708e3ca359891bc11ce8c5e0c5",
    "gwp_values_2026-11-24": "0a055754cbfbb3ed55ae713bbd72f07da61c39f577b0e0e94c9096cf1b85989f",
    "sources_2026-11-23": "92388615ffb0ec0ff2262fa8c5ef6d9f6b70b3ceb90db9148897f051a85db226",
    "sources_2026-11-24": "5884cce46fa840afaf07d03f87574c7a739fac21b3990ce415edd3f4775a0ae4",
    "measures_2026-11-24": "9967578b7517561f7c053e96fdaa267eeac04d2fa7b8d327808b65ef49053127",
    "gpc_references_2026-11-24": "acd4e8b2e7ee88025eeb6787cc77c103296be7e292464363e86e5c38dbc513f7",
    "balance_sectors_2026-11-24": "9ac970aa8e362998c1a27795f3a88a180496843514627935ea9e44acc4d2d182",
    "energy_carriers_2026-11-24": "2e39d0312a43cceaf640dbe4e713c917732ecbc6ed2883646c27214283732c10",
    "standard_crosswalk_2026-11-24": "a76a6a6c886802053178387a4d705f827c353250591864c8d5d9f9acd2381ecf",
    "inventory_sources_2026-11-24": "e1844a2f0274373bb6a784bf167aefcac306a2caa0bf11ed7591b923b50382eb",
    "inventories_2026-11-24": "869bf3887879a9946a73d4abdf2731125f7d437e28e00ab02f8cdb6812cb3f17",
    "inventory_gaps_2026-11-24": "bc1c20217fe4f4c9b41eedd9dd1ba7ace216dab6e01fbde61bb460dd46256316",
    "inventory_lines_2026-11-24": "dc52ac416d0459c69b808f89de07421b232a5531515d8338d6942effbac44185",
    "national_emissions_2026-11-24": "1d28ee509b3a02d59366142018720935396640d9d4cb888a7a22d9c63a6a8cf9",
    "reported_totals_2026-11-24": "3f8687031161459d8dbcdf88ae3e65255fa70aa088c1e6853488027210ee3086",
    "travel_rules_2026-11-24": "2843ab75b2cfae4cf2128d0e5f7f18f8ecf27d1ad5a1e027ed2a5acf6929706c",
}


def test_a_dated_seed_file_never_changes() -> None:
    files = PACKAGE.glob("*/data/*.csv")
    found = {file.stem: sha256(file.read_bytes()).hexdigest() for file in files}
    differing = sorted(name for name in found.keys() | PINNED.keys() if found.get(name) != PINNED.get(name))
    assert not differing, f"{differing}: a changed figure needs a new file with a new date, and a line here."
