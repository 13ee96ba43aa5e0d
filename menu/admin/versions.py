"""How often the menu has changed."""

from django.contrib import admin

from accounts.scoping import OperatorAdmin
from menu.models import MenuVersion


@admin.register(MenuVersion)
class MenuVersionAdmin(OperatorAdmin):
    """The database counts."""

    fields = ("store", "version")
    list_display = ("version",)
