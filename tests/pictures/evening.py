"""A busy evening on the board: 24 tables, orders of all ages and states, calls."""

import uuid
from typing import Any

from tests.server import Server

# A house of 24 tables on a plan, one of them without a place.
HOUSE = """
from accounts.models import Store
from tables.models import Table
store = Store.objects.get(code="demo")
for number in range(13, 25):
    Table.objects.create(store=store, number=number, seats=4)
for table in Table.objects.filter(store=store):
    row, column = divmod(table.number - 1, 6)
    table.zone = "홀" if column < 4 else "룸" if row < 2 else "테라스"
    if table.number < 24:
        table.position_x, table.position_y = 9 + column * 16 + row % 2 * 2, 12 + row * 25
    else:
        table.position_x = table.position_y = None
    table.save()
"""
# Opens in three hours, every day, and closes two hours later.
CLOSED = """
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
from accounts.models import OpeningWindow, Store
store = Store.objects.get(code="demo")
opens = (datetime.now(ZoneInfo(store.time_zone)) + timedelta(hours=3)).replace(minute=0, second=0, microsecond=0)
hours = {"opens": opens.time(), "closes": (opens + timedelta(hours=2)).time()}
OpeningWindow.objects.bulk_create(OpeningWindow(store=store, weekday=day, **hours) for day in range(7))
"""
OPEN = "from accounts.models import OpeningWindow; OpeningWindow.objects.all().delete()"
# How many minutes ago each table's orders came in.
AGES = {
    1: 1,
    2: 7,
    4: 0,
    5: 3,
    6: 12,
    7: 8,
    9: 2,
    10: 14,
    11: 4,
    12: 30,
    14: 6,
    15: 1,
    16: 25,
    17: 5,
    19: 11,
    20: 3,
    22: 2,
}
AGEING = f"""
from datetime import timedelta
from django.db.models import F
from orders.models import Order
from tables.models import TableSession
for number, minutes in {AGES!r}.items():
    ago = timedelta(minutes=minutes)
    Order.objects.filter(table__number=number).update(created_at=F("created_at") - ago)
    seated = ago + timedelta(minutes=number * 3)
    TableSession.objects.filter(table__number=number).update(opened_at=F("opened_at") - seated)
"""
DISHES = (
    "김치찌개",
    "돌솥비빔밥",
    "소불고기",
    "해물파전",
    "삼겹살",
    "떡볶이",
    "물냉면",
    "갈비탕",
    "생맥주",
    "공깃밥",
    "손만두",
)
PREPARING, COMPLETED, SEATED, CALLING = (2, 7, 9, 17, 6), (12, 16), 21, {7: "water", 15: "bill"}


def furnish(server: Server) -> None:
    """Make it a house of 24 tables."""
    server.manage("shell", "-v0", "-c", HOUSE)


def fill(server: Server) -> None:
    """A busy evening: orders of all ages and states, calls, a table that was only seated."""
    staff = server.sign_in_staff()["access"]
    menu = server.request("GET", "/staff/menu", token=staff).json()
    items = {item["name"]["ko"]: item for category in menu["categories"] for item in category["items"]}
    tables = {
        table["number"]: table["id"] for table in server.request("GET", "/staff/board", token=staff).json()["tables"]
    }
    for number in AGES:
        chosen = [items[DISHES[(number * 3 + step * 4) % len(DISHES)]] for step in range(1 + number % 4)]
        lines = [line(item, 1 + (number + place) % 3) for place, item in enumerate(chosen)]
        lines[0]["note"] = "덜 맵게 해 주세요" if number % 5 == 0 else ""
        body = {"table": tables[number], "items": lines}
        order = server.request("POST", "/staff/orders", body, token=staff, Idempotency_Key=uuid.uuid4().hex).json()
        for status in steps_of(number):
            server.request("PATCH", f"/staff/orders/{order['id']}", {"status": status}, token=staff)
    server.request("POST", f"/staff/tables/{tables[SEATED]}/open", {"guests": 4}, token=staff)
    server.manage("shell", "-v0", "-c", AGEING)
    call(server)


def call(server: Server) -> None:
    """Two tables call."""
    server.manage(
        "shell",
        "-v0",
        "-c",
        "from tables.models import Table; Table.objects.filter(number=15).update(pin=Table.objects.get(number=7).pin)",
    )
    for number, kind in CALLING.items():
        server.request("POST", "/service-calls", {"kind": kind}, token=server.sign_in_table(number)["access"])


def steps_of(number: int) -> tuple[str, ...]:
    """How far the kitchen is with a table's order."""
    if number in COMPLETED:
        return ("preparing", "completed")
    return ("preparing",) if number in PREPARING else ()


def line(item: dict[str, Any], quantity: int) -> dict[str, Any]:
    """Some of the item, with the first options that its groups insist on."""
    needed = [
        option["id"]
        for group in item["option_groups"]
        for option in [one for one in group["options"] if one["status"] == "on_sale"][: group["min_choices"]]
    ]
    return {"menu_item": item["id"], "quantity": quantity, "options": needed, "note": ""}
