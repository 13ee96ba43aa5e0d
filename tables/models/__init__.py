"""Who sits where: tables, the tablets on them, the sessions of the guests, and what they call for."""

from tables.models.calls import LONGEST_MESSAGE, ServiceCall, ServiceCallKind
from tables.models.sessions import SessionStep, SessionStepKind, TableSession
from tables.models.tables import Table, TableChange, Tablet

__all__ = [
    "LONGEST_MESSAGE",
    "ServiceCall",
    "ServiceCallKind",
    "SessionStep",
    "SessionStepKind",
    "Table",
    "TableChange",
    "TableSession",
    "Tablet",
]
