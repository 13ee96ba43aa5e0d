"""What a screen keeps: a snapshot, and the events that it applies to it (the contract of docs/architecture.md)."""

from copy import deepcopy
from typing import Any

from tests.live.following import Block

Document = dict[str, Any]


def total_of(orders: list[Document]) -> int:
    return sum(order["total"] for order in orders if order["status"] != "cancelled")


def put(rows: list[Document], row: Document) -> None:
    """Put the row in the place of the one with its id, or where its id belongs: ids are ordered by time."""
    rows[:] = sorted([known for known in rows if known["id"] != row["id"]] + [row], key=lambda known: known["id"])


class Screen:
    """A snapshot that follows its stream."""

    def __init__(self, snapshot: Document) -> None:
        self.state = deepcopy(snapshot)

    def apply(self, blocks: list[Block], *, up_to: int) -> None:
        """Apply what came after the snapshot, up to the number of a newer one."""
        for block in blocks:
            if block.id is not None and self.state["last_event_id"] < block.id <= up_to:
                self.take(block.event, deepcopy(block.data))
                self.state["last_event_id"] = block.id
        # A tablet's stream leaves numbers out.
        self.state["last_event_id"] = up_to

    def take(self, event: str, data: Document) -> None:
        raise NotImplementedError


class BoardScreen(Screen):
    """Every table."""

    def take(self, event: str, data: Document) -> None:
        if event in ("menu.updated", "store.updated"):
            return
        (subject,) = [data[name] for name in ("order", "session", "service_call") if name in data]
        table_id = (data if event.startswith("session.") else subject)["table"]["id"]
        table = self.table(table_id)
        if event.startswith("session."):
            self.take_session(event, data, table)
        elif event.startswith("order."):
            if table["session"] and table["session"]["id"] == subject["session_id"]:
                put(table["session"]["orders"], subject)
                table["session"]["total"] = total_of(table["session"]["orders"])
        elif event == "service_call.created":
            put(table["service_calls"], subject)
        else:
            assert event == "service_call.acknowledged"
            table["service_calls"] = [call for call in table["service_calls"] if call["id"] != subject["id"]]

    def take_session(self, event: str, data: Document, table: Document) -> None:
        seen = {name: data["session"][name] for name in ("id", "opened_at", "guests")}
        if "from_table" in data:
            self.table(data["from_table"]["id"]).update(session=None, service_calls=[])
        if event == "session.closed":
            table["session"] = None
        elif event == "session.merged":
            table["session"] |= seen
        else:
            table["session"] = seen | {"total": 0, "orders": []}

    def table(self, table_id: str) -> Document:
        found: Document = next(table for table in self.state["tables"] if table["id"] == table_id)
        return found


class TableScreen(Screen):
    """The open session of one table."""

    def __init__(self, snapshot: Document, table_id: str) -> None:
        super().__init__(snapshot)
        self.table_id = table_id

    def take(self, event: str, data: Document) -> None:
        session = self.state["session"]
        left = data.get("from_table", {}).get("id") == self.table_id
        if event == "session.merged" and not left:
            self.state["session"] = data["session"]
        elif event in ("session.opened", "session.moved") and not left:
            self.state |= {"session": data["session"], "orders": [], "total": 0}
        elif event == "session.closed" or left:
            self.state |= {"session": None, "orders": [], "total": 0}
        elif event.startswith("order.") and session and session["id"] == data["order"]["session_id"]:
            put(self.state["orders"], data["order"])
            self.state["total"] = total_of(self.state["orders"])
