"""The wiring's own app (commands, checks) and the back office's admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class TableorderConfig(AppConfig):
    """Commands that need the whole house."""

    name = "tableorder"


class BackOfficeConfig(AdminConfig):
    """Django admin, opened to managers instead of Django's staff flag."""

    default_site = "accounts.admin_site.BackOfficeSite"
