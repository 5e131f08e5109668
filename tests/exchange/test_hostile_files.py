"""Hostile files are refused in a moment, with little memory, and by their content."""

import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from klimabruecke.exchange.imports.container import Refused, opened
from tests.exchange import files

WORKBOOK = files.workbook({"A": [["gpc_ref", "emissions_tco2e"], ["I.1.1", 1]]})
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {one} '{f'&{other};' * 10}'>" for one, other in zip("bcdefghi", "abcdefgh", strict=True)
)


def sheet(inner: str) -> bytes:
    return files.repacked(WORKBOOK, sheet1=SHEET.format(inner).encode())


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        with packed.open("xl/worksheets/sheet1.xml", "w") as stream:
            for _ in range(200):
                stream.write(b"\x20" * 2**20)
    return made.getvalue()


def many_members() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(3000):
            packed.writestr(f"xl/{number}.xml", "")
    return made.getvalue()


HOSTILE = {
    "nothing": (b"", "empty_file"),
    "zip bomb": (bomb(), "too_much_packed"),
    "too many members": (many_members(), "too_much_packed"),
    "billion laughs": (files.repacked(WORKBOOK, sheet1=LAUGHS.encode()), "entities"),
    "entities in UTF-16": (files.repacked(WORKBOOK, sheet1=LAUGHS.encode("utf-16")), "entities"),
    "a cell in the last corner": (
        sheet('<row r="1"><c r="A1"><v>1</v></c></row><row><c r="XFD1048576"><v>1</v></c></row>'),
        "sheet_too_large",
    ),
    "a corner in other quotes": (sheet("<row><c r = 'XFD999999'><v>1</v></c></row>"), "sheet_too_large"),
    "a place in disguise": (sheet('<row><c r="&#65;1"><v>1</v></c></row>'), "not_a_workbook"),
    "a million cells": (
        sheet("".join(f"<c><v>{n * n}</v></c>" for n in range(1_100_000))),
        "sheet_too_large",
    ),
    "a damaged zip": (WORKBOOK[:-200], "not_a_workbook"),
    "another zip": (files.repacked(WORKBOOK, workbook=b"<broken"), "not_a_workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old_workbook"),
    "NUL": (b"gpc_ref,emissions_tco2e\nI.1.1,1\x00\n", "not_a_table"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_table"),
    "UTF-16": ("gpc_ref\tt\n".encode("utf-16"), "encoding_unknown"),
    "neither UTF-8 nor cp1252": (b"gpc_ref,t\nI.1.1,\x81\n", "encoding_unknown"),
    "UTF-8 that breaks off": (b"\xef\xbb\xbfgpc_ref\xc3", "encoding_unknown"),
    "a line of 10 MB": (b"gpc_ref,t\n" + b"1" * 10_000_000, "line_too_long"),
    "quotes that never close": (b'gpc_ref,t\n"I.1.1,1\n', "quotes_broken"),
    "quotes in the middle": (b'gpc_ref,t\n"I.1.1"x,1\n', "quotes_broken"),
    "two million lines": (b"1,2\n" * 2_000_000, "too_many_rows"),
    "21 MiB": (b"1,2\n" * (21 * 2**18), "file_too_large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_two_seconds(name: str) -> None:
    content, code = HOSTILE[name]
    begun = time.perf_counter()
    with pytest.raises(Refused) as refused:
        opened(content)
    assert time.perf_counter() - begun < 2
    assert refused.value.code == code


def test_refusing_them_all_takes_less_than_200_mebibytes(tmp_path: Path) -> None:
    for name, (content, _) in HOSTILE.items():
        (tmp_path / name.replace(" ", "_")).write_bytes(content)
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from klimabruecke.exchange.imports.container import Refused, opened\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
        "before = peak()\n"
        "for file in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try:\n"
        "        opened(file.read_bytes())\n"
        "    except Refused:\n"
        "        pass\n"
        "print(peak() - before)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True, cwd="backend"
    )
    assert float(said.stdout) < 200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_an_accepted_encoding_is_told(encoding: str) -> None:
    document = opened("gpc_ref;t\nI.1.1;1\nKöln;2\n".encode(encoding))
    assert (document.encoding, document.delimiter) == (encoding, ";")
    assert document.read("").rows[2] == ["Köln", "2"]


def test_rows_keep_their_numbers_behind_a_cell_of_two_lines() -> None:
    rows = opened(b'a,b\n"x\ny",1\nz,2\n').read("").rows
    assert rows[3] == ["z", "2"]
