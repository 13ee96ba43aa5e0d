"""The list of items: what its columns show, and what is edited in it."""

from typing import Any

from django.contrib import admin
from django.db.models.fields.json import KT
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms import AnyForm
from menu.admin.arranged import ArrangedAdmin
from menu.admin.item_filters import HasPicture, MissingTranslation, Status
from menu.admin.rows import NAME_IN_ANY_LANGUAGE, SEARCHED
from menu.models import MenuItem
from menu.pictures import small_of
from menu.translations import pick

IN_ORDER = frozenset({"category__id__exact", "p"})


class ListedItemForm(AnyForm):
    """What is edited in a row of the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            return  # the empty one, of which Django asks what scripts it needs
        words = {"price": _("Price of %(name)s"), "status": _("Status of %(name)s")}
        for name, label in words.items():
            self.fields[name].widget.attrs["aria-label"] = label % {"name": self.instance}
        self.fields["price"].widget.currency = self.instance.store.currency


class ItemListAdmin(ArrangedAdmin):
    """The list of items."""

    list_display = ("picture", "dish", "category", "price", "status", "left")
    list_display_links = ("dish",)
    list_editable = ("price", "status")
    list_filter = ("category", Status, MissingTranslation, HasPicture)
    list_select_related = ("category", "store")
    list_per_page = 50
    # Counting all items as well as those found costs a query and says little.
    show_full_result_count = False
    ordering = ("category__sort_order", "category", "sort_order", "id")
    search_fields = NAME_IN_ANY_LANGUAGE
    search_help_text = SEARCHED

    def is_in_order(self, request: HttpRequest) -> bool:
        """One category's, all of them."""
        return "category__id__exact" in request.GET and set(request.GET) <= IN_ORDER

    def get_list_display(self, request: HttpRequest) -> Any:
        """Of one category's items nobody needs to be told the category."""
        columns = super().get_list_display(request)
        return [name for name in columns if name != "category"] if self.is_in_order(request) else columns

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Inputs that say which item they belong to."""
        return super().get_changelist_form(request, form=ListedItemForm, **kwargs)

    def get_list_select_related(self, request: HttpRequest) -> Any:
        """The store too, whose currency and languages every row is shown in."""
        return list(dict.fromkeys(super().get_list_select_related(request)))

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, item: MenuItem) -> SafeString:
        """The small one."""
        if not item.image:
            return mark_safe('<span class="thumbnail thumbnail--none"></span>')  # nothing of anybody's
        small = small_of(item.image.name)
        address = item.image.storage.url(small) if small else item.image.url
        return format_html('<img class="thumbnail" src="{}" alt="" width="64" height="48" loading="lazy">', address)

    @admin.display(description=gettext_lazy("name"), ordering=KT("name__ko"))
    def dish(self, item: MenuItem) -> SafeString:
        """In the store's language, with a second one below, and what is missing."""
        store = item.store
        first = pick(item.name, store.default_language, "ko", "en")
        others = [item.name.get(code) for code in store.languages if code != store.default_language]
        second = next((text for text in others if text and text != first), "")
        missing = [(code.upper(),) for code in store.languages if not item.name.get(code)]
        marks = format_html_join(" ", '<span class="badge badge--warn">{}</span>', missing)
        if missing:
            marks = format_html('<span class="dish__missing">{} {}</span>', _("missing:"), marks)
        return format_html('{}<span class="dish__second">{}</span>{}', first, second, marks)

    @admin.display(description=gettext_lazy("left in stock"), ordering="remaining", empty_value="–")
    def left(self, item: MenuItem) -> Any:
        """None left stands out."""
        if item.remaining != 0:
            return item.remaining
        return format_html('<span class="badge badge--bad">{}</span>', _("none left"))
