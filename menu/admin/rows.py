"""What the menu's pages and the tables on them share."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Store, User
from accounts.reach import reach_of
from accounts.scoping import ScopedAdmin, ScopedInline, ScopedRows
from menu.choices import Choices
from menu.forms import TranslatedField
from menu.translations import Translated
from menu.widgets import AmountInput, PlaceInput, fit_to_store

# A JSON column is searched in each language by itself: SQLite stores anything but ASCII escaped.
NAME_IN_ANY_LANGUAGE = ("name__ko", "name__en", "name__ja", "name__zh")
SEARCHED = _("Name in any language")
INPUTS: dict[str, type[forms.Widget]] = {"price": AmountInput, "sort_order": PlaceInput}


class MenuRows(ScopedRows):
    """Inputs for the menu's own kinds of column."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Four inputs for a text, chips for choices, and no number below zero."""
        label = {"label": capfirst(db_field.verbose_name), "help_text": db_field.help_text}
        if isinstance(db_field, Translated):
            return TranslatedField(max_length=db_field.max_length or 0, required=not db_field.blank, **label)
        if isinstance(db_field, Choices):
            chips = forms.CheckboxSelectMultiple({"class": "chips"})
            return forms.MultipleChoiceField(choices=db_field.among.choices, required=False, widget=chips, **label)
        if isinstance(db_field, models.IntegerField):
            kwargs.setdefault("min_value", 0)
            if db_field.name in INPUTS:
                kwargs["widget"] = INPUTS[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class MenuAdmin(MenuRows, ScopedAdmin):
    """A page of the menu."""

    class Media:
        css = {"all": ("menu/items.css",)}

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[Any]:
        """In the store's languages and currency."""
        form: type[Any] = super().get_form(request, obj, change, **kwargs)
        fit_to_store(form.base_fields, store_shown(request, obj))
        return form


class MenuInline(MenuRows, ScopedInline):
    """A table on a page of the menu."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """In the store's languages and currency."""
        formset = super().get_formset(request, obj, **kwargs)
        fit_to_store(formset.form.base_fields, store_shown(request, obj))
        return formset


def store_shown(request: HttpRequest, obj: Any = None) -> Store | None:
    """The row's store or, before there is a row, the only one that this person works in; read once a request."""
    carrier: Any = request
    if not hasattr(carrier, "store_shown"):
        store_id = obj.store_id if obj else reach_of(request).only_store
        carrier.store_shown = Store.objects.filter(pk=store_id).first() if store_id else None
    shown: Store | None = carrier.store_shown
    return shown


def person(request: HttpRequest) -> User | None:
    """Who asks."""
    return request.user if request.user.is_authenticated else None
