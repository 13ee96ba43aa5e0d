"""The back office's navigation: sections, and in each the pages that this person may open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.pages import Page, Section, pages
from accounts.reach import reach_of

OPERATORS = "operators"


@dataclass(slots=True)
class Link:
    """One entry."""

    label: str
    url: str
    order: int
    current: bool = False


@dataclass(slots=True)
class Group:
    """A section with its entries; one whose only entry is named like it stands alone."""

    name: str
    label: str
    links: list[Link] = field(default_factory=list)

    @property
    def stands_alone(self) -> bool:
        """Whether its title would only say its entry's name twice."""
        return [link.label for link in self.links] == [self.label]

    @property
    def current(self) -> bool:
        """Whether the page shown is in here."""
        return any(link.current for link in self.links)


def navigation(request: HttpRequest, model_admins: Iterable[Any]) -> list[Group]:
    """Sections with what this person may open, the page shown now marked."""
    groups = {section.value: Group(section.value, str(section.label)) for section in Section}
    groups[OPERATORS] = Group(OPERATORS, _("Operators"))
    for section, link in [*_pages(), *_models(request, model_admins)]:
        groups[section].links.append(link)
    for group in groups.values():
        group.links.sort(key=lambda link: link.order)
    _mark(request, [link for group in groups.values() for link in group.links])
    return [group for group in groups.values() if group.links]


def _pages() -> Iterator[tuple[str, Link]]:
    for page in pages:
        if page.label:
            yield page.section.value, Link(str(page.label), _address(page), page.order)


def _address(page: Page) -> str:
    return reverse(f"admin:{page.name}") if page.route else reverse("admin:index")


def _models(request: HttpRequest, model_admins: Iterable[Any]) -> Iterator[tuple[str, Link]]:
    for pages_of_model in model_admins:
        section = getattr(pages_of_model, "section", None)
        if not section and not reach_of(request).everything:
            continue
        if not pages_of_model.has_view_permission(request):
            continue
        options = pages_of_model.model._meta
        label = capfirst(str(options.verbose_name_plural))
        url = pages_of_model.nav_address(request)
        yield section.value if section else OPERATORS, Link(label, url, getattr(pages_of_model, "nav_order", 50))


def _mark(request: HttpRequest, links: list[Link]) -> None:
    """The longest address that the page's own begins with; the home page only when it is open."""
    home = reverse("admin:index")
    fitting = [
        link for link in links if request.path == link.url or (link.url != home and request.path.startswith(link.url))
    ]
    if fitting:
        max(fitting, key=lambda link: len(link.url)).current = True
