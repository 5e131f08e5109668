"""Files sent in, followed until they are done, and what is found in the inventories afterwards."""

import time
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx

Json = dict[str, Any]
_keys = count()
DONE = {"needs_mapping", "previewed", "applied", "quarantined", "refused", "failed", "reversed"}


@dataclass
class Desk:
    """Somebody who imports files."""

    client: httpx.Client

    def send(
        self, content: bytes, city: str, *, name: str = "file.csv", key: str | None = None, **form: Any
    ) -> Any:
        """The answer to the upload itself."""
        fields = {
            "resource": "inventories",
            "city_id": city,
            **{name: str(one) for name, one in form.items()},
        }
        headers = {"Idempotency-Key": key or f"key-{next(_keys)}"}
        return self.client.post("/imports", files={"file": (name, content)}, data=fields, headers=headers)

    def uploaded(self, content: bytes, name: str = "file.csv") -> str:
        """The address of an upload that has begun, nothing of it sent yet."""
        answer = self.client.post("/uploads", json={"file_name": name, "size_bytes": len(content)})
        assert answer.status_code == 201, answer.text
        return f"/uploads/{answer.json()['id']}"

    def piece(self, path: str, offset: int, content: bytes) -> httpx.Response:
        headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return self.client.patch(path, content=content, headers=headers)

    def imported(self, content: bytes, city: str, **form: Any) -> Json:
        """The import when it has come to rest; applied where nothing spoke against it."""
        answer = self.send(content, city, **form)
        assert answer.status_code == 202, answer.text
        return self.followed(answer.json()["id"])

    def previewed(self, content: bytes, city: str, **form: Any) -> Json:
        return self.imported(content, city, dry_run="true", **form)

    def followed(self, import_id: str, resting: set[str] = DONE, seconds: float = 20) -> Json:
        until = time.monotonic() + seconds
        while True:
            answer = self.client.get(f"/imports/{import_id}")
            assert answer.status_code == 200, answer.text
            found: Json = answer.json()
            if found["state"] in resting:
                return found
            assert time.monotonic() < until, found
            time.sleep(0.03)

    def applied(self, found: Json, **asked: Any) -> Json:
        answer = self.client.post(f"/imports/{found['id']}/applications", json=asked)
        assert answer.status_code == 202, answer.text
        return self.followed(found["id"], {"applied", "failed"})

    def undone(self, found: Json) -> Json:
        answer = self.client.post(f"/imports/{found['id']}/reversals")
        assert answer.status_code == 202, answer.text
        return self.followed(found["id"], {"reversed", "failed"})

    def answered(self, found: Json, **answers: Any) -> Json:
        path = f"/imports/{found['id']}"
        tag = self.client.get(path).headers["ETag"]
        answer = self.client.put(f"{path}/mapping", json=answers, headers={"If-Match": tag})
        assert answer.status_code == 200, answer.text
        return self.followed(found["id"])

    def inventory(self, city: str, year: int, **more: str) -> Json | None:
        """The newest inventory of the city and year."""
        asked = {"city": city, "year": year, "sort": "-edition", **more}
        answer = self.client.get("/inventories", params=asked)
        assert answer.status_code == 200, answer.text
        items: list[Json] = answer.json()["items"]
        return items[0] if items else None

    def lines(self, city: str, year: int) -> list[Json]:
        """The lines of that inventory, without what every write moves."""
        found = self.inventory(city, year)
        assert found is not None
        items = self.client.get("/emissions", params={"inventory": found["id"], "sort": "id"}).json()["items"]
        moved = {"version", "updated_at", "change_no"}
        return [{name: value for name, value in one.items() if name not in moved} for one in items]

    def totals_t(self, city: str, year: int) -> dict[str, float]:
        found = self.inventory(city, year)
        assert found is not None
        return {
            name.removesuffix("_kg"): kg / 1000
            for name, kg in found["totals"]["reported"].items()
            if name.endswith("_kg") and "per_head" not in name and kg is not None
        }


def rules(found: Json, *severities: str) -> set[str]:
    """The rules that speak about the import, of these severities or of all."""
    return {one["rule"] for one in found["problems"] if not severities or one["severity"] in severities}
