"""Guests and staff of the demo store, over a real socket."""

import uuid
from datetime import timedelta
from functools import cached_property
from typing import Any

from rest_framework_simplejwt.tokens import AccessToken

from tests.live.following import Stream
from tests.server import Answer, Server


class _Caller:
    def __init__(self, server: Server, signed_in: dict[str, Any]) -> None:
        self.server = server
        self.signed_in = signed_in
        self.token: str = signed_in["access"]

    def get(self, path: str, **headers: str) -> Answer:
        return self.server.request("GET", path, token=self.token, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.server.request("POST", path, body, token=self.token, **headers)

    def patch(self, path: str, body: Any) -> Answer:
        return self.server.request("PATCH", path, body, token=self.token)


class LiveTablet(_Caller):
    """A tablet at one of the demo store's tables."""

    def __init__(self, server: Server, number: int) -> None:
        super().__init__(server, server.sign_in_table(number))
        self.table_id: str = self.signed_in["table"]["id"]
        self.number = number

    @cached_property
    def plain_items(self) -> list[dict[str, Any]]:
        """Items that anybody can order any number of, with nothing to choose."""
        return [
            item
            for category in self.get("/menu").json()["categories"]
            for item in category["items"]
            if item["status"] == "on_sale"
            and item["remaining"] is None
            and not any(group["min_choices"] for group in item["option_groups"])
        ]

    def order(self, quantity: int = 1, *, key: str = "", note: str = "", item: int = 0) -> Answer:
        chosen = self.plain_items[item]
        line = {"menu_item": chosen["id"], "quantity": quantity, "note": note}
        body = {"items": [line], "expected_total": chosen["price"] * quantity}
        return self.post("/orders", body, Idempotency_Key=key or uuid.uuid4().hex)

    def order_much(self) -> Answer:
        """An order whose event is tens of kilobytes: it fills what the network keeps for a reader."""
        line = {"menu_item": self.plain_items[0]["id"], "quantity": 1, "note": "김" * 200}
        body = {"items": [line] * 50, "expected_total": self.plain_items[0]["price"] * 50}
        return self.post("/orders", body, Idempotency_Key=uuid.uuid4().hex)

    def follow(self, **options: Any) -> Stream:
        return Stream(self.server, self.token, "/events", **options)

    def bill(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.get("/orders").json()
        return answer


class LivePerson(_Caller):
    """Somebody who works in the demo store."""

    def __init__(self, server: Server, username: str = "staff", password: str = "") -> None:
        super().__init__(server, server.sign_in_staff(username, password=password))

    def advance(self, order: dict[str, Any], status: str) -> Answer:
        return self.patch(f"/staff/orders/{order['id']}", {"status": status})

    def finish(self, tablet: LiveTablet) -> Answer:
        return self.post(f"/staff/tables/{tablet.table_id}/close", {"force": True})

    def follow(self, **options: Any) -> Stream:
        return Stream(self.server, self.token, **options)

    def board(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.get("/staff/board").json()
        return answer


def short_lived(access: str, seconds: int) -> str:
    """The same token, ending soon. Tests share the server's secret."""
    token = AccessToken(access)  # type: ignore[arg-type] # simplejwt's stub wants a Token where it reads a string
    token.set_exp(lifetime=timedelta(seconds=seconds))
    return str(token)
