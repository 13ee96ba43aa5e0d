from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        # Models exist only now, and access.py reads them.
        from accounts import access, callers  # noqa: PLC0415

        access.register(callers.StaffCaller, access.staff_standings)
