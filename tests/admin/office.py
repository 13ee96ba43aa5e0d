"""A person at the back office, with a browser's habits: they send back every field of the page they were shown."""

from html.parser import HTMLParser
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from accounts.models import User

Fields = dict[str, Any]


class Office:
    """A signed-in person's browser, in English."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.client = Client(headers={"Accept-Language": "en"})
        self.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def get(self, address: str, **query: Any) -> Any:
        return self.client.get(address, query)

    def list(self, model: type[Model], **query: Any) -> Any:
        """The model's list page."""
        return self.get(page_of(model, "changelist"), **query)

    def add(self, model: type[Model], **changes: Any) -> Any:
        """Fill in and send the model's add page."""
        return self._send(page_of(model, "add"), changes)

    def change(self, row: Model, **changes: Any) -> Any:
        """Fill in and send the row's own page."""
        return self._send(page_of(type(row), "change", row), changes)

    def delete(self, row: Model) -> Any:
        """Press Delete, and once more where the page asks whether one is sure."""
        return self.client.post(page_of(type(row), "delete", row), {"post": "yes"})

    def act(self, action: str, *rows: Model, **fields: str) -> Any:
        """Choose rows on their list and an action for them."""
        chosen = {"action": action, "_selected_action": [str(row.pk) for row in rows]}
        return self.client.post(page_of(type(rows[0]), "changelist"), chosen | fields)

    def _send(self, address: str, changes: Fields) -> Any:
        return self.client.post(address, fields_of(self.get(address)) | changes)


def page_of(model: type[Model], page: str, row: Model | None = None) -> str:
    """The address of one of the model's pages."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    return reverse(name, args=(row.pk,) if row else ())


def fields_of(page: Any) -> Fields:
    """What a browser would send if the page's form were sent as it is."""
    assert page.status_code == 200, f"{page.status_code} {page.headers.get('Location', '')}"
    reader = _FormReader()
    reader.feed(page.content.decode())
    return reader.fields


def errors_of(page: Any) -> dict[str, list[str]]:
    """What a page that was sent back complains of, by field, that of its inline rows by their prefix too."""
    assert page.status_code == 200, f"it was accepted: {page.status_code}"
    errors: dict[str, list[str]] = dict(page.context_data["adminform"].form.errors)
    for inline in page.context_data["inline_admin_formsets"]:
        for form in inline.formset.forms:
            errors |= {f"{form.prefix}-{name}": messages for name, messages in form.errors.items()}
    return errors


class _FormReader(HTMLParser):
    """Collects the values of the inputs of the page's main form."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: Fields = {}
        self._inside = False
        self._select = self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "form":
            self._inside = (given.get("id") or "").endswith("_form") and given["id"] != "logout-form"
        elif not self._inside:
            return
        elif tag == "select":
            self._select = name
            self.fields.setdefault(name, "")
        elif tag == "option" and "selected" in given:
            self.fields[self._select] = value
        elif tag == "textarea":
            self._textarea = name
            self.fields[name] = ""
        elif tag == "input" and name and given.get("type") not in ("submit", "file"):
            self._input(given, name, value)

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.fields[self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # HTML drops the line break that Django writes first.
            self.fields[self._textarea] = self.fields[self._textarea].removeprefix("\r\n").removeprefix("\n")
            self._textarea = ""
        elif tag == "form":
            self._inside = False

    def _input(self, given: dict[str, str | None], name: str, value: str) -> None:
        if given.get("type") == "radio":
            if "checked" in given:
                self.fields[name] = value
        elif given.get("type") != "checkbox":
            self.fields[name] = value
        elif "checked" in given:
            self.fields[name] = [*self.fields.get(name, []), value or "on"]
