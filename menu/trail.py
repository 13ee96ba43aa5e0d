"""What was done to many items, in the audit trails of their stores."""

from collections.abc import Sequence
from typing import Any

from accounts.audit import record_rows
from accounts.models import Deed, User
from menu.models import MenuItem


def record_changes(*, actor: User | None, told: Sequence[tuple[MenuItem, dict[str, list[Any]]]]) -> None:
    """Write a line for each item and what changed in it, in the transaction of the change."""
    for store_id in {item.store_id for item, _changes in told}:
        rows = [(item, changes) for item, changes in told if item.store_id == store_id]
        record_rows(store_id=store_id, actor=actor, deed=Deed.CHANGED, rows=rows)
