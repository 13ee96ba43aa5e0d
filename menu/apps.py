from django.apps import AppConfig
from django.db.models.signals import post_migrate

from menu.triggers import install_triggers


class MenuConfig(AppConfig):
    name = "menu"

    def ready(self) -> None:
        post_migrate.connect(install_triggers, sender=self)
