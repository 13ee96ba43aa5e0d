from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from accounts.triggers import install_triggers, remove_triggers


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and stores")

    def ready(self) -> None:
        pre_migrate.connect(remove_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)
        # Models exist only now, and access.py reads them.
        from axes.signals import user_locked_out  # noqa: PLC0415 # models exist only now

        from accounts import access, callers, lockout  # noqa: PLC0415 # models exist only now

        access.register(callers.StaffCaller, access.staff_standings)
        user_locked_out.connect(lockout.tell_of_lock)
