from django.apps import AppConfig


class TablesConfig(AppConfig):
    name = "tables"

    def ready(self) -> None:
        # Models exist only now, and pairing.py reads them.
        from accounts import access, callers  # noqa: PLC0415
        from tables import pairing  # noqa: PLC0415

        access.register(callers.TableCaller, pairing.tablet_standings)
