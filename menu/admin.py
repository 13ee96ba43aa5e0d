"""Back office: the menu."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst

from accounts.pages import Section
from accounts.scoping import ReadOnlyAdmin, ScopedAdmin, ScopedInline, ScopedRows
from menu.choices import Choices
from menu.forms import MenuItemForm, OptionGroupForm, TranslatedField
from menu.models import Category, MenuItem, MenuItemOptionGroup, MenuVersion, Option, OptionGroup
from menu.translations import Translated

# A JSON column is searched in each language by itself: SQLite stores anything but ASCII escaped.
NAME_IN_ANY_LANGUAGE = ("name__ko", "name__en", "name__ja", "name__zh")


class MenuRows(ScopedRows):
    """Inputs for the menu's own kinds of column."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Four inputs for a text, boxes to tick for choices, and no number below zero."""
        label = {"label": capfirst(db_field.verbose_name), "help_text": db_field.help_text}
        if isinstance(db_field, Translated):
            return TranslatedField(max_length=db_field.max_length or 0, required=not db_field.blank, **label)
        if isinstance(db_field, Choices):
            boxes = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(choices=db_field.among.choices, required=False, widget=boxes, **label)
        if isinstance(db_field, models.IntegerField):
            kwargs.setdefault("min_value", 0)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class MenuAdmin(MenuRows, ScopedAdmin):
    """A page of the menu."""


class MenuInline(MenuRows, ScopedInline):
    """A table on a page of the menu."""


@admin.register(Category)
class CategoryAdmin(MenuAdmin):
    """Categories."""

    section = Section.MENU
    nav_order = 2
    fields = ("store", "name", "station", "sort_order", "is_hidden")
    list_display = ("__str__", "station", "sort_order", "is_hidden")
    list_filter = ("station", "is_hidden")
    search_fields = NAME_IN_ANY_LANGUAGE


class ItemOptionGroupInline(MenuInline):
    """What is asked when the item is ordered."""

    model = MenuItemOptionGroup
    fields = ("option_group", "sort_order")
    named_by = ("menu_item", "option_group")


@admin.register(MenuItem)
class MenuItemAdmin(MenuAdmin):
    """Dishes and drinks."""

    section = Section.MENU
    nav_order = 1
    form = MenuItemForm
    live_fields = ("status", "remaining")
    fields = (
        "store",
        "category",
        "name",
        "description",
        "price",
        "image",
        "status",
        "remaining",
        ("available_from", "available_until"),
        "badges",
        "spiciness",
        "dietary",
        "allergens",
        "sort_order",
    )
    inlines = (ItemOptionGroupInline,)
    ordering = ("category", "sort_order", "id")
    list_display = ("__str__", "category", "price", "status", "remaining", "sort_order")
    list_filter = ("category", "status")
    list_select_related = ("category",)
    search_fields = NAME_IN_ANY_LANGUAGE


class OptionInline(MenuInline):
    """The answers."""

    model = Option
    fields = ("name", "price", "status", "sort_order")


@admin.register(OptionGroup)
class OptionGroupAdmin(MenuAdmin):
    """Choices to make, shared between items."""

    section = Section.MENU
    nav_order = 3
    form = OptionGroupForm
    fields = ("store", "name", "min_choices", "max_choices")
    inlines = (OptionInline,)
    list_display = ("__str__", "min_choices", "max_choices")
    search_fields = NAME_IN_ANY_LANGUAGE


@admin.register(MenuVersion)
class MenuVersionAdmin(ReadOnlyAdmin):
    """How often the menu has changed; the database counts."""

    fields = ("store", "version")
    list_display = ("version",)
