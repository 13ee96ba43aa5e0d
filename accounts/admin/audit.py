"""Back office: who changed what."""

from django.contrib import admin

from accounts.models import AuditEntry
from accounts.pages import Section
from accounts.scoping import ReadOnlyAdmin


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """Who changed what."""

    section = Section.PEOPLE
    nav_order = 90
    fields = ("store", "at", "actor_name", "deed", "target_name", "changes")
    list_display = ("at", "actor_name", "deed", "target_name")
    search_fields = ("actor_name", "target_name")
    ordering = ("-id",)
    show_full_result_count = False
