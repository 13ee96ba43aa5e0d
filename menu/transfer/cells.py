"""What stands in a file's cells: how a value is written there, and how what a person typed is read."""

import re
import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from import_export.widgets import Widget

from menu.transfer.references import References
from menu.transfer.words import YES_NO, Words

Value = Any  # what a spreadsheet's cell holds: a text, a number, a time, or nothing
# What a text begins with that a spreadsheet would calculate; and the texts that it would make a number, a date or a
# truth of, and not write again as they were: 007, 1e5, 1/2, 50%, 9:30 am.
CALCULATED_START = r"[=+\-@\t\r\n]"
CONVERTED_TEXT = r"(?!(0|[1-9]\d{0,14})\Z)(\d[\d.,:/% -]*(e[+-]?\d+|[ap]m)?|true|false)\Z"
GUARDED = re.compile(f"'+({CALCULATED_START}|{CONVERTED_TEXT})", re.IGNORECASE | re.ASCII)
NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
WHOLE_NUMBER = re.compile(r"[+-]?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.0+)?", re.ASCII)
CLOCK = re.compile(
    r"(?P<before>오전|오후|am|pm)?\s*(?P<clock>(?P<hour>\d{1,2}):\d{2}(:\d{2}(\.\d{1,6})?)?)\s*(?P<after>am|pm)?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[,;\n]")


def refuse_converted(value: Value) -> None:
    """Raise ValueError where a spreadsheet made something else of a text: 1/2 a date, 50% the number 0.5.

    What was typed cannot be told from it any more. A whole number is what it seems to be.
    """
    converted = isinstance(value, bool | date | time | timedelta)
    if converted or (isinstance(value, float) and not value.is_integer()):
        raise ValueError(
            _(
                "The spreadsheet made a date, a time or a number of this text. Format the cell as text and write it"
                " again."
            )
        )


def text_of(value: Value) -> str:
    """The cell as text, as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def unguarded(value: Value) -> Value:
    """The cell without the apostrophe that keeps spreadsheets from making something else of it."""
    return value[1:] if isinstance(value, str) and GUARDED.match(value) else value


class TextCell(Widget):  # type: ignore[misc] # import-export ships no types
    """A text, kept letter by letter; lines end as in a spreadsheet."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> str:
        """Refuse what is too long, and what no screen can show."""
        refuse_converted(value)
        text = text_of(value)
        if len(text) > self.most:
            raise ValueError(_("A text has %(limit)d characters at most.") % {"limit": self.most})
        if NOT_SHOWN.search(text):
            raise ValueError(_("This has characters that cannot be shown."))
        return text

    def render(self, value: str | None, **kwargs: Any) -> str:
        """Leave out what a spreadsheet cannot hold."""
        return NOT_SHOWN.sub("", text_of(value))


class NumberCell(Widget):  # type: ignore[misc] # import-export ships no types
    """A whole number; empty is None."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.least, self.most = least, most

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> int | None:
        """Read 18000, 18,000 and 18000.0."""
        text = text_of(value).strip()
        if not text:
            return None
        number = int(text.replace(",", "").partition(".")[0]) if WHOLE_NUMBER.fullmatch(text) else None
        if number is None or not self.least <= number <= self.most:
            limits = {"least": self.least, "most": self.most}
            raise ValueError(_("Give a whole number from %(least)d to %(most)d.") % limits)
        return number

    def render(self, value: int | None, **kwargs: Any) -> int | str:
        """A number for spreadsheets to calculate with."""
        return "" if value is None else value


class YesNoCell(Widget):  # type: ignore[misc] # import-export ships no types
    """Yes or no; empty is no."""

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> bool:
        """Read it in any language."""
        meant = YES_NO.understand(text_of(value) or "no")
        if meant is None:
            raise ValueError(_("Write “%(yes)s” or “%(no)s”.") % {"yes": YES_NO.say("yes"), "no": YES_NO.say("no")})
        return meant == "yes"

    def render(self, value: bool | None, **kwargs: Any) -> str:
        """In the reader's language."""
        return YES_NO.say("yes" if value else "no")


class ChoiceCell(Widget):  # type: ignore[misc] # import-export ships no types
    """One of some words; empty is None."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> str | None:
        """Read it in any language."""
        return self._one(text_of(value)) if text_of(value).strip() else None

    def render(self, value: str | None, **kwargs: Any) -> str:
        """In the reader's language."""
        return self.words.say(value or "")

    def _one(self, word: str) -> str:
        meant = self.words.understand(word)
        if meant is None:
            choices = ", ".join(map(self.words.say, self.words.meanings))
            raise ValueError(_("Choose from: %(choices)s.") % {"choices": choices})
        return meant


class SeveralCell(ChoiceCell):
    """Some of some words, with commas between."""

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> list[str]:  # type: ignore[override] # a list of them
        """Read each in any language."""
        meant = [self._one(word) for word in BETWEEN.split(text_of(value)) if word.strip()]
        if len(set(meant)) != len(meant):
            raise ValueError(_("Name each once."))
        return meant

    def render(self, value: list[str] | None, **kwargs: Any) -> str:  # type: ignore[override] # a list of them
        """In the reader's language."""
        return ", ".join(map(self.words.say, value or []))


class ClockCell(Widget):  # type: ignore[misc] # import-export ships no types
    """A time of day; empty is None."""

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> time | None:
        """Read 9:30, 21:30:00, 9:30 PM and 오후 9:30."""
        if isinstance(value, datetime):
            return value.time()
        if isinstance(value, time) or not text_of(value).strip():
            return value or None
        found = CLOCK.fullmatch(text_of(value).strip())
        try:
            return _time_of(**found.groupdict()) if found else time.fromisoformat("")
        except ValueError as problem:
            raise ValueError(_("Give a time such as 11:30.")) from problem

    def render(self, value: time | None, **kwargs: Any) -> str:
        """Hours and minutes, and more only where there is more."""
        return value.isoformat().removesuffix(":00") if value else ""


def _time_of(*, before: str | None, clock: str, hour: str, after: str | None) -> time:
    read = time.fromisoformat(clock.zfill(len(clock) + 2 - len(hour)))
    half = (before or after or "").lower()
    return read.replace(hour=read.hour % 12 + (12 if half in ("오후", "pm") else 0)) if half else read


class ReferenceCell(Widget):  # type: ignore[misc] # import-export ships no types
    """Another row, by its name or its code; empty is None."""

    def __init__(self, references: References) -> None:
        super().__init__()
        self.references = references

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> uuid.UUID | None:
        """Find it among the file's rows, then among the store's."""
        refuse_converted(value)
        return self.references.find(text_of(value)) if text_of(value).strip() else None

    def render(self, value: uuid.UUID | None, **kwargs: Any) -> str:
        """Its name where that is enough."""
        return self.references.label(value)


class ReferencesCell(ReferenceCell):
    """Other rows in their order, with semicolons between."""

    def clean(self, value: Value, row: Any = None, **kwargs: Any) -> list[uuid.UUID]:  # type: ignore[override] # a list of them
        """Find each."""
        refuse_converted(value)
        found = [self.references.find(name) for name in re.split(r"[;\n]", text_of(value)) if name.strip()]
        if len(set(found)) != len(found):
            raise ValueError(_("Name each once."))
        return found

    def render(self, value: list[uuid.UUID] | None, **kwargs: Any) -> str:  # type: ignore[override] # a list of them
        """Their names in order."""
        return "; ".join(map(self.references.label, value or []))
