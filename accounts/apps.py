from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and stores")

    def ready(self) -> None:
        # Models exist only now, and access.py reads them.
        from accounts import access, callers  # noqa: PLC0415

        access.register(callers.StaffCaller, access.staff_standings)
