"""The audit trail as people read it: a sentence for each line, in the reader's language."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, DateTimeField, Model, Q, QuerySet, TimeField
from django.utils.formats import date_format, number_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import MENU_LANGUAGES, AuditEntry, Deed, Membership, Store
from accounts.money import written

SENTENCES = {
    Deed.ADDED: gettext_lazy("%(who)s added %(what)s"),
    Deed.CHANGED: gettext_lazy("%(who)s changed %(what)s"),
    Deed.DELETED: gettext_lazy("%(who)s deleted %(what)s"),
    Deed.ORDER_CANCELLED: gettext_lazy("%(who)s cancelled %(what)s"),
    Deed.STEP_UNDONE: gettext_lazy("%(who)s took back the last step of %(what)s"),
    Deed.SESSION_FINISHED: gettext_lazy("%(who)s finished %(what)s"),
    Deed.SESSION_MOVED: gettext_lazy("%(who)s moved guests: %(what)s"),
    Deed.SESSION_MERGED: gettext_lazy("%(who)s merged bills: %(what)s"),
    Deed.ORDERING_PAUSED: gettext_lazy("%(who)s paused ordering"),
    Deed.ORDERING_RESUMED: gettext_lazy("%(who)s resumed ordering"),
    Deed.TABLET_PAIRED: gettext_lazy("A tablet was paired with %(what)s"),
    Deed.TABLET_REVOKED: gettext_lazy("%(who)s revoked the tablet %(what)s"),
    Deed.PAIRING_CODE_MADE: gettext_lazy("%(who)s made a pairing code for %(what)s"),
    Deed.PIN_SET: gettext_lazy("%(who)s set a new PIN for %(what)s"),
    Deed.OWN_PIN_SET: gettext_lazy("%(who)s set a PIN of their own for the board"),
    Deed.PIN_CLEARED: gettext_lazy("%(who)s cleared the board PIN of %(what)s"),
    Deed.PERSON_INVITED: gettext_lazy("%(who)s made an account for %(what)s"),
    Deed.ROLE_CHANGED: gettext_lazy("%(who)s changed the role of %(what)s"),
    Deed.PERSON_LEFT: gettext_lazy("%(who)s took %(what)s off the team"),
    Deed.PASSWORD_RESET: gettext_lazy("%(who)s reset the password of %(what)s"),
    Deed.PASSWORD_CHANGED: gettext_lazy("%(who)s changed their own password"),
    Deed.PERSON_DEACTIVATED: gettext_lazy("%(who)s deactivated %(what)s"),
    Deed.PERSON_REACTIVATED: gettext_lazy("%(who)s reactivated %(what)s"),
    Deed.MENU_IMPORTED: gettext_lazy("%(who)s imported the menu from %(what)s"),
    Deed.ORDERS_EXPORTED: gettext_lazy("%(who)s exported orders: %(what)s"),
    Deed.LOGIN_LOCKED: gettext_lazy("Too many wrong tries locked the sign-in of %(what)s"),
}

LONGEST_IN_A_SENTENCE = 80  # characters, old and new together
AMOUNTS = {"price", "total", "amount"}
# What deeds tell that is no column of what they were done to.
LABELS = {
    "reason": gettext_lazy("reason"),
    "amount": gettext_lazy("amount"),
    "name": gettext_lazy("name"),
    "open_orders": gettext_lazy("orders still open"),
    "to": gettext_lazy("to"),
    "rows_added": gettext_lazy("rows added"),
    "rows_changed": gettext_lazy("rows changed"),
    "rows_hidden": gettext_lazy("rows hidden"),
}


def entries_about(row_id: str) -> QuerySet[AuditEntry]:
    """The lines about a row and about those on its page, newest first."""
    try:
        key = uuid.UUID(row_id)
    except ValueError:
        return AuditEntry.objects.none()
    return AuditEntry.objects.filter(Q(target_id=key) | Q(part_of_id=key)).select_related("store").order_by("-id")


def sentence_of(entry: AuditEntry) -> str:
    """What happened, in one sentence; the details, where there are more, are `details_of`."""
    names = {"who": entry.actor_name or _("The system"), "what": entry.target_name or kind_of(entry)}
    if told := _only_change(entry):
        field, old, new = told
        sentence = _("%(who)s changed the %(field)s of %(what)s from %(old)s to %(new)s")
        return sentence % {**names, "field": field, "old": old, "new": new}
    if entry.deed in SENTENCES:
        return str(SENTENCES[Deed(entry.deed)]) % names
    return f"{names['who']}: {deed_of(entry)} {entry.target_name}".strip()


def details_of(entry: AuditEntry) -> list[tuple[str, str, str]]:
    """What the sentence leaves out, as (what, old, new)."""
    return [] if _only_change(entry) else list(changes_in_words(entry))


def _only_change(entry: AuditEntry) -> tuple[str, str, str] | None:
    """A change that a sentence has room for."""
    told = list(changes_in_words(entry)) if entry.deed == Deed.CHANGED else []
    short = len(told) == 1 and told[0][1] and told[0][2] and len(told[0][1] + told[0][2]) <= LONGEST_IN_A_SENTENCE
    return told[0] if short else None


def deed_of(entry: AuditEntry) -> str:
    """The deed's name."""
    return str(Deed(entry.deed).label) if entry.deed in Deed.values else entry.deed


def kind_of(entry: AuditEntry) -> str:
    """What kind of thing it was done to; empty for what is none of ours."""
    model = _model_of(entry)
    return str(model._meta.verbose_name) if model else ""


def changes_in_words(entry: AuditEntry) -> Iterator[tuple[str, str, str]]:
    """Each change as (what, old, new); of a text by language, each language that differs."""
    for name, (old, new) in entry.changes.items():
        field = _field_of(entry, name)
        label = str(getattr(field, "verbose_name", "") or LABELS.get(name, name))
        if isinstance(old or new, dict) and {*(old or {}), *(new or {})} <= MENU_LANGUAGES.keys():
            yield from _texts(label, old or {}, new or {})
        elif name in AMOUNTS and entry.store:
            yield label, _amount(old, entry.store), _amount(new, entry.store)
        else:
            yield label, _in_words(old, field), _in_words(new, field)


def _texts(label: str, old: dict[str, str], new: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for code, language in MENU_LANGUAGES.items():
        if old.get(code, "") != new.get(code, ""):
            yield f"{label} ({language})", old.get(code, ""), new.get(code, "")


def _in_words(value: Any, field: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_in_words(entry, field) for entry in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_in_words(entry, None)}" for key, entry in value.items())
    name = _names_of(field).get(value)
    return str(name) if name is not None else _plainly(value, field)


def _amount(value: int | None, store: Store) -> str:
    return "" if value is None else written(value, store.currency)


def _plainly(value: Any, field: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return number_format(value, force_grouping=True)
    return _moment(str(value), field) or str(value)


def _names_of(field: Any) -> dict[Any, Any]:
    """What a column's values are called: one of its choices, or each of several."""
    among = getattr(field, "among", None)
    several = among.choices if among else MENU_LANGUAGES.items() if getattr(field, "name", "") == "languages" else ()
    return dict(getattr(field, "flatchoices", None) or several)


def _moment(value: str, field: Any) -> str:
    try:
        if isinstance(field, DateTimeField):
            return date_format(localtime(datetime.fromisoformat(value)), "SHORT_DATETIME_FORMAT")
        if isinstance(field, DateField):
            return date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT")
        return time_format(time.fromisoformat(value), "H:i") if isinstance(field, TimeField) else ""
    except ValueError:
        return ""


def _model_of(entry: AuditEntry) -> type[Model] | None:
    try:
        return apps.get_model(entry.target_type)
    except (LookupError, ValueError):
        return None


def _field_of(entry: AuditEntry, name: str) -> Any:
    if name == "role":
        return Membership._meta.get_field(name)  # told of accounts, kept with where they work
    model = _model_of(entry)
    try:
        found = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None
    return found
