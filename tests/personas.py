"""Who calls the API in tests: a client that speaks for one caller."""

import json
import uuid
from typing import Any

from django.db import connection
from django.test import Client
from rest_framework.response import Response

from accounts.business_day import utc_now
from accounts.models import Membership, Role, Store
from accounts.tokens import staff_refresh_token, table_access_token
from menu.models import MenuItem
from menu.snapshot import forget_snapshots
from tables.models import Table, Tablet
from tests.factories import MembershipFactory, TableFactory

API = "/api/v1"


class Caller:
    """An HTTP client with a token, in English unless told otherwise."""

    def __init__(self, token: str = "") -> None:
        self.token = token
        self._client = Client(raise_request_exception=False)

    def request(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Send JSON and return Django's response (`.json()` has the answer)."""
        sent = {"Accept-Language": "en"} | {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if connection.in_atomic_block and connection.vendor == "postgresql":
            # The menu's version rises with the commit, which such a test never makes.
            forget_snapshots()
        data = b"" if body is None else json.dumps(body).encode()
        return self._client.generic(method, API + path, data, content_type="application/json", headers=sent)

    def get(self, path: str, **headers: str) -> Any:
        return self.request("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.request("POST", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.request("PATCH", path, body, **headers)


class TabletCaller(Caller):
    """A tablet on its table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.store: Store = table.store
        self.tablet = Tablet.objects.create(
            store=table.store, table=table, secret_hash=uuid.uuid4().hex, last_seen_at=utc_now()
        )
        token = table_access_token(store_id=table.store_id, table_id=table.pk, tablet_id=self.tablet.pk)
        super().__init__(str(token))

    def order(self, *lines: Any, key: str = "", **body: Any) -> Any:
        """Place an order of `lines`: (item, quantity) or (item, quantity, options); the total is what they cost."""
        items = [line_of(*line) for line in lines]
        total = sum(total_of(*line) for line in lines)
        sent = {"items": items, "expected_total": total} | body
        return self.post("/orders", sent, Idempotency_Key=key or uuid.uuid4().hex)


class StaffCaller(Caller):
    """A person who works in a store."""

    def __init__(self, membership: Membership) -> None:
        self.membership = membership
        self.user = membership.user
        self.store: Store = membership.store
        super().__init__(str(staff_refresh_token(user=membership.user, store_id=membership.store_id).access_token))


def line_of(item: MenuItem, quantity: int = 1, options: Any = ()) -> dict[str, Any]:
    """A line as the API takes it."""
    return {"menu_item": str(item.pk), "quantity": quantity, "options": [str(option.pk) for option in options]}


def total_of(item: MenuItem, quantity: int = 1, options: Any = ()) -> int:
    """What the line costs."""
    return (item.price + sum(option.price for option in options)) * quantity


def tablet_at(store: Store, **table: Any) -> TabletCaller:
    """A tablet on a new table of the store."""
    return TabletCaller(TableFactory(store=store, **table))


def person_in(store: Store, role: Role = Role.STAFF) -> StaffCaller:
    """A new person working in the store."""
    return StaffCaller(MembershipFactory(store=store, role=role))


def codes(response: Response) -> list[str]:
    """The error codes of a refusal."""
    return [error["code"] for error in response.json()["errors"]]  # type: ignore[attr-defined] # a test client's response


def attrs(response: Response) -> list[str]:
    """What the errors of a refusal are about."""
    return [error["attr"] for error in response.json()["errors"]]  # type: ignore[attr-defined] # a test client's response
