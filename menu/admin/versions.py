"""How often the menu has changed."""

from django.contrib import admin

from accounts.scoping import ReadOnlyAdmin
from menu.models import MenuVersion


@admin.register(MenuVersion)
class MenuVersionAdmin(ReadOnlyAdmin):
    """The database counts."""

    fields = ("store", "version")
    list_display = ("version",)
