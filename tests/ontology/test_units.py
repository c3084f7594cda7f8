"""The unit table: spellings, conversion, validation, and agreement with what the project counts as the same unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import DataError, UsageError
from extractor.ontology.units import UnitTable, load_units

TABLE = load_units()

SPELLINGS = [
    ("gigabytes", "GB"),
    ("GiB", "GB"),
    ("GB", "GB"),
    ("Gb", "Gb"),
    ("16gb"[2:], "GB"),
    ("KB", "KB"),
    ("kB", "KB"),
    ("GByte/s", "GB/s"),
    ("GBps", "GB/s"),
    ("GB/sec", "GB/s"),
    ("Gbps", "Gb/s"),
    ("gbps", "Gb/s"),
    ("Gbit/s", "Gb/s"),
    ("terabytes per second", "TB/s"),
    ("400GbE"[3:], "Gb/s"),
    ("teraflops", "TFLOPS"),
    ("petaFLOPS", "PFLOPS"),
    ("TFLOPs", "TFLOPS"),
    ("exaflop", "EFLOPS"),
    ("TOPS", "TOPS"),
    ("trillion operations per second", "TOPS"),
    ("watts", "W"),
    ("mW", "mW"),
    ("MW", "MW"),
    ("megawatts", "MW"),
    ("gigawatts", "GW"),
    ("nanometers", "nm"),
    ("nm", "nm"),
    ("mm²", "mm2"),
    ("sq mm", "mm2"),
    ("square millimeters", "mm2"),
    ("MT/s", "MT/s"),
    ("GT/s", "GT/s"),
    ("GHz", "GHz"),
    ("µs", "us"),
    ("μs", "us"),
    ("microseconds", "us"),
    ("inches", "in"),
    ("percent", "%"),
    ("per cent", "%"),
    ("×", "x"),
    ("times", "x"),
    ("fold", "x"),
    ("US$", "USD"),
    ("euros", "EUR"),
    ("yuan", "CNY"),
    ("RMB", "CNY"),
    ("won", "KRW"),
    ("tokens per second", "tokens/s"),
    ("images per second", "images/s"),
    ("fps", "fps"),
    ("wafers per month", "wafers/month"),
    ("wpm", "wafers/month"),
    ("°C", "°C"),
    ("pJ/bit", "pJ/bit"),
    ("TOPS/W", "TOPS/W"),
    ("Wh", "Wh"),
    ("mAh", "mAh"),
    ("kg", "kg"),
    ("degrees Celsius", "°C"),
]


@pytest.mark.parametrize(("spelling", "symbol"), SPELLINGS)
def test_spelling(spelling: str, symbol: str) -> None:
    assert TABLE.symbol(spelling) == symbol


@pytest.mark.parametrize("spelling", ["", "CUDA", "XTX", "cores", "G", "K", "gB/S x"])
def test_not_a_unit(spelling: str) -> None:
    assert TABLE.symbol(spelling) is None


# What the evaluation counts as equal: decimal prefixes, FLOPS as OPS, metres and seconds for small units.
BASES = [
    (192, "GB", 1.92e11, "B"),
    (4.8, "TB/s", 4.8e12, "B/s"),
    (400, "Gb/s", 4e11, "b/s"),
    (8, "Gb", 8e9, "b"),
    (5.6, "GT/s", 5.6e9, "T/s"),
    (2, "PFLOPS", 2e15, "OPS"),
    (45, "TOPS", 4.5e13, "OPS"),
    (2.4, "GHz", 2.4e9, "Hz"),
    (1, "GW", 1e9, "W"),
    (60, "kWh", 6e4, "Wh"),
    (5, "nm", 5e-9, "m"),
    (30, "ms", 0.03, "s"),
    (40, "uW", 4e-5, "W"),
    (814, "mm2", 814, "mm2"),
    (3, "x", 3, "x"),
    (30, "%", 30, "%"),
    (1.2, "pJ/bit", 1.2, "pJ/bit"),
    (96, "", 96, ""),
    (6.5e9, "USD", 6.5e9, "USD"),
    (10, "wafers/month", 10 / 2629800, "wafers/s"),
]


@pytest.mark.parametrize(("amount", "symbol", "base_amount", "base"), BASES)
def test_to_base(amount: float, symbol: str, base_amount: float, base: str) -> None:
    found, unit = TABLE.to_base(amount, symbol)
    assert found == pytest.approx(base_amount)
    assert unit == base


def test_convert() -> None:
    assert TABLE.convert(1.5, "TB", "GB") == pytest.approx(1500)
    assert TABLE.convert(1, "h", "min") == pytest.approx(60)
    with pytest.raises(UsageError, match="cannot convert"):
        TABLE.convert(1, "GB", "Gb")
    with pytest.raises(UsageError, match="no unit"):
        TABLE.dimension("parsec")


@given(st.floats(1e-6, 1e9), st.sampled_from(sorted(TABLE.units)))
def test_conversion_is_reversible(amount: float, symbol: str) -> None:
    base_amount, base = TABLE.to_base(amount, symbol)
    assert TABLE.convert(base_amount, base, symbol) == pytest.approx(amount)


@pytest.mark.parametrize("symbol", sorted(TABLE.units))
def test_every_symbol_is_sound(symbol: str) -> None:
    unit = TABLE.units[symbol]
    assert unit.factor > 0
    assert TABLE.bases[unit.dimension] in TABLE.units
    assert all(TABLE.symbol(word) == symbol for word in unit.words)


def unit(**changes: object) -> dict[str, object]:
    return {"dimensions": {"power": "W"}, "units": [{"symbol": "W", "dimension": "power", "factor": 1, **changes}]}


BROKEN = [
    (unit(dimension="force"), "W", "unknown dimension"),
    (unit(factor=0), "W", "factor must be"),
    (unit(factor="1"), "W", "factor must be"),
    (unit(factor=float("inf")), "W", "factor must be"),
    (unit(spellings=["watt", "watt"]), "W", "duplicate spelling"),
    (unit(spellings="watt"), "W", "list of non-empty strings"),
    (unit(spellings=[True]), "W", "list of non-empty strings"),
    (unit(symbol="V"), "power", "base unit"),
    ({"dimensions": [], "units": []}, "dimensions", "mapping"),
    ({"units": {}}, "units", "list"),
    ({"units": [3]}, "3", "mapping with a symbol"),
    ({"families": [{"symbol": "{p}W", "prefixes": ["Q"]}]}, "{p}W", "unknown prefix"),
    (unit(spellings={"watt": 1}), "W", "list of non-empty strings"),
    (unit(dimension=["power"]), "W", "unknown dimension"),
    (unit(spelling=["watt"]), "W", "unknown key 'spelling'"),
    ({"families": ["x"]}, "families[0]", "must be a mapping"),
    ({"families": [{"prefixes": ["k"]}]}, "families[0]", "symbol must be a text"),
    ({"families": [{"symbol": "{p}W", "prefix": ["k"]}]}, "families[0]", "unknown key 'prefix'"),
    ({"prefixes": {"k": 3}}, "prefixes.k", "must be a mapping"),
    (
        {"prefixes": {"k": {"word": "kilo"}}, "families": [{"symbol": "{p}W", "prefixes": ["k"]}]},
        "prefixes.k",
        "factor must be a number",
    ),
    ({"rates": {"things": ["x"], "periods": {"s": {}}}}, "rates.periods.s", "seconds must be a number"),
    ({"rates": {"things": ["x"], "periods": {"s": {"seconds": 0}}}}, "rates.periods.s", "above 0"),
    ({"rates": {"things": ["x"], "periods": ["s"]}}, "rates.periods", "must be a mapping"),
    ({"rates": {"thing": ["x"]}}, "rates", "unknown key 'thing'"),
    ({**unit(), "units": unit()["units"] * 2}, "W", "defined twice"),  # type: ignore[operator]
]


@pytest.mark.parametrize(("data", "entry", "reason"), BROKEN)
def test_broken_table_names_file_and_entry(data: dict[str, object], entry: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason) as caught:
        UnitTable.load(data, "units.yaml")
    assert (caught.value.file, caught.value.entry) == ("units.yaml", entry)


def test_two_units_must_not_share_a_spelling() -> None:
    data = unit(spellings=["w"])
    data["units"] = [*data["units"], {"symbol": "kW", "dimension": "power", "factor": 1e3, "spellings": ["w"]}]  # type: ignore[misc]
    with pytest.raises(DataError, match="duplicate spelling 'w'"):
        UnitTable.load(data, "units.yaml")
