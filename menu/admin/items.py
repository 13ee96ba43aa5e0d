"""The items' pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.pages import Section
from accounts.reach import reach_of
from menu.admin.bulk import BulkItemAdmin
from menu.admin.preview import PreviewedItemAdmin
from menu.admin.rows import MenuInline, person
from menu.arranging import last_place, place_item
from menu.duplicating import duplicate_item
from menu.forms import MenuItemForm, PlacedForm
from menu.models import MenuItem, MenuItemOptionGroup
from menu.pictures import DrawnPicture, keep_picture, remove_picture_after_commit
from menu.widgets import PictureInput

SPICINESS = (
    (0, gettext_lazy("not spicy")),
    (1, gettext_lazy("mild")),
    (2, gettext_lazy("spicy")),
    (3, gettext_lazy("very spicy")),
)


class ItemOptionGroupInline(MenuInline):
    """What is asked when the item is ordered."""

    model = MenuItemOptionGroup
    form = PlacedForm
    fields = ("sort_order", "option_group")
    autocomplete_fields = ("option_group",)
    named_by = ("menu_item", "option_group")


@admin.register(MenuItem)
class MenuItemAdmin(BulkItemAdmin, PreviewedItemAdmin):
    """Dishes and drinks."""

    section = Section.MENU
    nav_order = 1
    place = place_item
    form = MenuItemForm
    change_form_template = "menu/item_form.html"
    live_fields = ("price", "status", "remaining")
    fieldsets = (
        (None, {"fields": ("name", "category", "price", "status", "image")}),
        (gettext_lazy("What guests read"), {"fields": ("description", "badges", "spiciness")}),
        (gettext_lazy("Diet and allergies"), {"fields": ("dietary", "allergens")}),
        (gettext_lazy("Stock and hours"), {"fields": ("remaining", ("available_from", "available_until"))}),
    )
    inlines = (ItemOptionGroupInline,)

    def get_urls(self) -> Any:
        """The address that makes a copy."""
        view = self.admin_site.admin_view(require_POST(self.duplicate_view))
        return [path("<uuid:pk>/duplicate/", view, name="menu_menuitem_duplicate"), *super().get_urls()]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The store first where there are several, and out of the way where there is one."""
        common, *others = super().get_fieldsets(request, obj)
        first = "store" if reach_of(request).spans_stores else None
        if first:
            return [(None, {"fields": ("store", *common[1]["fields"])}), *others]
        return [common, *others, (gettext_lazy("More"), {"fields": ("store", "code")})]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """A picture that is seen before it is sent, and degrees in words."""
        if isinstance(db_field, models.TimeField):
            kwargs["widget"] = forms.TimeInput({"type": "time"}, format="%H:%M")
        if isinstance(db_field, models.ImageField):
            kwargs["widget"] = PictureInput
        if db_field.name == "spiciness":
            radios = forms.RadioSelect({"class": "chips"})
            return forms.TypedChoiceField(
                label=gettext_lazy("Spiciness"), choices=SPICINESS, coerce=int, initial=0, widget=radios
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write the picture's files, and put a new item, or one of another category, last."""
        if not change or "category" in form.changed_data:
            obj.sort_order = last_place(MenuItem.objects.filter(category=obj.category_id))
            form.changed_data.append("sort_order")
        before = self._picture_before(obj) if change and "image" in form.changed_data else ""
        if isinstance(given := form.cleaned_data.get("image"), DrawnPicture):
            obj.image = keep_picture(store_id=obj.store_id, picture=given)
        super().save_model(request, obj, form, change)
        if before:
            remove_picture_after_commit(obj, before)

    def duplicate_view(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Make a copy and open it."""
        item = get_object_or_404(self.get_queryset(request), pk=pk)
        copy = duplicate_item(item=item, actor=person(request))
        self.message_user(request, _("This is the copy. Guests see it once you set it on sale."))
        return HttpResponseRedirect(reverse("admin:menu_menuitem_change", args=(copy.pk,)))

    def _picture_before(self, item: MenuItem) -> str:
        """Locked: of two managers who each upload one, the second replaces the first's."""
        rows = MenuItem.objects.filter(pk=item.pk).select_for_update(no_key=True)
        return rows.values_list("image", flat=True).first() or ""
