"""Every address under /admin/, as the resolver has it: a page that somebody adds is here by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

from orders.sales.tables import TABLES
from tests.admin.rows import Rows

PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
# Of the store that a page's address names.
IDS = ("uuid", "path")
# What else stands in addresses, by its name.
WORDS = {
    "what": ["menu", "template"],
    "kind": ["csv", "xlsx"],
    "url": ["nothing"],
    "table": list(TABLES),
    "deed": ["identify", "reload"],
}
APP_LIST = "app_list"


@dataclass(frozen=True)
class Address:
    """A pattern of the resolver."""

    route: str
    name: str

    def __str__(self) -> str:
        return f"/admin/{self.route}"

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """Its parameters: (kind, name)."""
        return [(match["kind"] or "str", match["name"]) for match in PARAMETER.finditer(self.route)]

    def filled(self, rows: Rows) -> Iterator[str]:
        """The address with whatever of `rows` could stand in it."""
        if self.name == APP_LIST:
            yield from (f"/admin/{app}/" for app in sorted({model._meta.app_label for model in admin.site._registry}))
            return
        for values in product(*(self._values(kind, name, rows) for kind, name in self.parameters)):
            filling = iter(values)
            yield "/admin/" + PARAMETER.sub(lambda _match: next(filling), self.route)  # noqa: B023 # used at once

    def _values(self, kind: str, name: str, rows: Rows) -> list[str]:
        if name in WORDS:
            return WORDS[name]
        if kind not in IDS and name != "id":  # Django's own says no more of it
            raise NotImplementedError(f"{self}: say here what may stand for <{kind}:{name}>")
        model = self._model()
        wanted = [rows[model]] if model in rows else rows.values()
        return [str(row.pk) for row in wanted]

    def _model(self) -> type[Model] | Any:
        """The model whose own pages these are; those of Django's kind take its ids alone."""
        for model in admin.site._registry:
            if self.route.startswith(f"{model._meta.app_label}/{model._meta.model_name}/") and self.is_django_s(model):
                return model
        return None

    def is_django_s(self, model: type[Model]) -> bool:
        """Whether it is one of the five pages that Django gives each model."""
        prefix = f"{model._meta.app_label}_{model._meta.model_name}_"
        return self.name in ("", *(prefix + page for page in ("changelist", "add", "change", "delete", "history")))


def every_address() -> list[Address]:
    """All of them."""
    resolver = next(entry for entry in get_resolver().url_patterns if str(entry.pattern) == "admin/")
    assert isinstance(resolver, URLResolver)
    return list(_walk(resolver, ""))


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, before + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield Address(before + _as_route(entry), entry.name or "")


def _as_route(entry: URLPattern) -> str:
    """Two of Django's own are regular expressions."""
    if entry.name == APP_LIST:
        return ""
    if str(entry.pattern) == "(?P<url>.*)$":
        return "<path:url>"
    return str(entry.pattern)
