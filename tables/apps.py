from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TablesConfig(AppConfig):
    name = "tables"
    verbose_name = _("Tables")

    def ready(self) -> None:
        # Models exist only now, and pairing.py reads them.
        from accounts import access, callers  # noqa: PLC0415
        from tables import pairing  # noqa: PLC0415

        access.register(callers.TableCaller, pairing.tablet_standings)
