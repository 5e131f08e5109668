"""The address of the tasks."""

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep
from klimabruecke.core.http.answers import NO_STORE, etag, item_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.identity.deps import SignedIn
from klimabruecke.programme.tasks import queries
from klimabruecke.programme.tasks.schemas import Tasks

router = StrictRouter(tags=["tasks"])


@router.get("/tasks", summary="List the tasks", response_model=Tasks)
def list_tasks(request: Request, connection: ReadDep, db: DatabaseDep, caller: SignedIn) -> Response:
    """What waits for you: to approve, to check again, ending soon, or due. Computed anew each time.

    With what waits for those you stand in for today, marked by `for_user_id`.
    """
    found = Tasks(items=queries.tasks(connection, caller, db.clock().date()), next=None)
    return item_response(request, found, etag("tasks", found.model_dump_json()), NO_STORE)
