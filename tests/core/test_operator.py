"""What the operator says of itself: read at the start, shown to everybody, never invented."""

from pathlib import Path

import httpx
import pytest

from klimabruecke.core.operator import MAX_LOGO_BYTES, read_operator
from tests.conftest import REPOSITORY, running
from tests.installations import an_installation

EXAMPLE = (REPOSITORY / "deploy/operator.example.toml").read_text("utf-8")
LOGO = '[[logos]]\nfile = "funder.svg"\ntext_de = "Logo"\ntext_en = "Logo"\n'


def test_without_a_file_nothing_is_said(tmp_path: Path) -> None:
    said = read_operator(tmp_path / "operator.toml").said
    assert (said.imprint, said.responsible, said.funding_notice_de, said.logos) == (None, None, None, [])


def test_the_committed_example_is_complete_and_readable(tmp_path: Path) -> None:
    file = tmp_path / "operator.toml"
    file.write_text(EXAMPLE, "utf-8")
    said = read_operator(file).said
    assert said.imprint is not None
    assert said.imprint.email == "stelle@behoerde.example"
    assert said.responsible is not None


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("funding_notice_de = [", "no TOML file"),
        ('imprimt = "misspelt"', "correct imprimt"),
        ('[responsible]\nname = "Somebody"', "correct responsible.address"),
        ('[[logos]]\nfile = "../secret.png"\ntext_de = "x"\ntext_en = "x"', "correct logos.0.file"),
        (LOGO, "cannot be read"),
    ],
)
def test_a_wrong_file_is_named_in_one_sentence(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "operator.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=named) as refused:
        read_operator(file)
    assert "\n" not in str(refused.value)


def test_a_logo_that_slows_every_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "operator.toml").write_text(LOGO, "utf-8")
    (tmp_path / "funder.svg").write_bytes(b" " * (MAX_LOGO_BYTES + 1))
    with pytest.raises(ValueError, match="larger than 200 kB"):
        read_operator(tmp_path / "operator.toml")


def test_statements_and_logos_are_public_and_cached_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "operator.toml").write_text(EXAMPLE + LOGO, "utf-8")
    (tmp_path / "funder.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    installed = an_installation(tmp_path, operator_file=tmp_path / "operator.toml")
    with running(installed) as url, httpx.Client(base_url=url) as http:
        said = http.get("/api/v1/operator")
        assert said.json()["funding_notice_en"] == "The sentence the grant decision prescribes."
        logo = http.get("/api/v1/operator/logos/funder.svg")
        assert (logo.status_code, logo.headers["content-type"]) == (200, "image/svg+xml")
        assert logo.headers["x-content-type-options"] == "nosniff"
        again = {"If-None-Match": logo.headers["etag"]}
        assert http.get("/api/v1/operator/logos/funder.svg", headers=again).status_code == 304
        assert http.get("/api/v1/operator/logos/another.svg").status_code == 404
        assert http.get("/api/v1/operator/logos/operator.toml").status_code == 422
