"""Pages of the back office besides the models' own, and where the navigation has them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PageView = Callable[..., HttpResponseBase]


class Section(models.TextChoices):
    """The navigation, by what a manager has in mind."""

    TODAY = "today", _("Today")
    MENU = "menu", _("Menu")
    TABLES = "tables", _("Tables")
    ORDERS = "orders", _("Orders")
    SALES = "sales", _("Sales")
    PEOPLE = "people", _("People")
    STORE = "store", _("Store")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address under /admin/ (the empty one is the home page), and the view that answers there.

    `label` is what the navigation calls it; without one it is found from other pages only. `order` is its place
    in the section, among the models' `nav_order`.
    """

    route: str
    name: str
    view: PageView
    section: Section
    label: str | Promise = ""
    order: int = 50


pages: list[Page] = []


def register_page(page: Page) -> None:
    """Add a page. Apps do so in their `admin`, once each."""
    pages.append(page)


def office_page(request: HttpRequest, template: str, *, title: Any, **context: Any) -> TemplateResponse:
    """Answer with a page in the back office's frame."""
    frame = admin.site.each_context(request)
    return TemplateResponse(request, template, {**frame, "title": title, **context})
