"""Guests on their way from one table to another."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from tables.models import Table


@dataclass(frozen=True, slots=True)
class Journey:
    """From where to where, when, and who sent them. Both tables are locked."""

    origin: Table
    target: Table
    at: datetime
    by_id: uuid.UUID
