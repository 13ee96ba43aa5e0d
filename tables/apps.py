from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from tables.triggers import install_triggers, remove_triggers


class TablesConfig(AppConfig):
    name = "tables"
    verbose_name = _("Tables")

    def ready(self) -> None:
        # Models exist only now, and pairing.py reads them.
        from accounts import access, callers  # noqa: PLC0415 # models exist only now
        from tables import pairing  # noqa: PLC0415 # models exist only now

        pre_migrate.connect(remove_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)
        access.register(callers.TableCaller, pairing.tablet_standings)
