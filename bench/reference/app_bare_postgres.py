"""app_bare.py on PostgreSQL: raw ASGI, psycopg's own async connections, orjson. env PG_DSN"""
import asyncio, os, orjson, psycopg
from urllib.parse import parse_qsl
from dbx import *
ONE, PAGE, PAGE_CY = (s.replace("?", "%s") for s in (ONE, PAGE, PAGE_CY))
FREE = asyncio.LifoQueue()
H = (b"content-type", b"application/json")
async def rows(sql, args):
    c = await FREE.get()
    try: return await (await c.execute(sql, args)).fetchall()
    finally: FREE.put_nowait(c)
async def reply(send, b, status=200):
    await send({"type": "http.response.start", "status": status, "headers": [H, (b"content-length", b"%d" % len(b))]})
    await send({"type": "http.response.body", "body": b})
async def lifespan(receive, send):
    while True:
        m = await receive()
        if m["type"] == "lifespan.startup":
            for _ in range(16): FREE.put_nowait(await psycopg.AsyncConnection.connect(os.environ["PG_DSN"], autocommit=True, prepare_threshold=1))
        await send({"type": m["type"] + ".complete"})
        if m["type"] == "lifespan.shutdown": return
async def app(scope, receive, send):
    if scope["type"] != "http": return await lifespan(receive, send)
    p = scope["path"]
    if p == "/records":
        q = dict(parse_qsl(scope["query_string"].decode()))
        if "city_id" in q: found = await rows(PAGE_CY, (int(q["city_id"]), int(q["year"]), int(q.get("after", 0)), 100))
        else: found = await rows(PAGE, (int(q.get("after", 0)), 100))
        return await reply(send, orjson.dumps({"data": [dict(zip(COLS, r)) for r in found], "next": found[-1][0] if len(found) == 100 else None}))
    if p.startswith("/records/"):
        found = await rows(ONE, (int(p[9:]),))
        return await reply(send, orjson.dumps(dict(zip(COLS, found[0]))))
    await reply(send, b"{}", 404)
