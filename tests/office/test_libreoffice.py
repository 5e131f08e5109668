"""What is handed out opens in an office suite. Needs LibreOffice; `make check-full` installs and runs it."""

import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

from tests.people import a_demonstration

KINDS = ("travel_request", "climate_paragraph", "council_report")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every text of the demonstration as DOCX."""
    folder = tmp_path_factory.mktemp("documents")
    with a_demonstration(tmp_path_factory.mktemp("demo")) as demo:
        viewer = demo.person("viewer")
        plan = viewer.get("/plans", params={"status": "decided"}).json()["items"][0]
        answered = viewer.get("/travel-disclosures").json()["items"][0]
        return [
            *(_saved(viewer, f"/plans/{plan['id']}/documents/{kind}", folder / kind) for kind in KINDS),
            *(
                _saved(viewer, f"/travel-disclosures/{answered['id']}", folder / language, language)
                for language in ("de", "en")
            ),
        ]


def _saved(client: httpx.Client, address: str, file: Path, language: str = "de") -> Path:
    answer = client.get(address, params={"format": "docx"}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    saved = file.with_suffix(".docx")
    saved.write_bytes(answer.content)
    return saved


def test_every_docx_becomes_a_pdf(documents: list[Path], tmp_path: Path) -> None:
    program = shutil.which("soffice")
    assert program is not None, "LibreOffice Writer is missing: make libreoffice"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True, timeout=120)
    for document in documents:
        converted = (tmp_path / f"{document.stem}.pdf").read_bytes()
        assert converted.startswith(b"%PDF-"), document.name
        assert len(converted) > 10_000, document.name
