from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from menu.pictures import remove_picture_after_commit
from menu.triggers import install_triggers, remove_triggers


class MenuConfig(AppConfig):
    name = "menu"
    verbose_name = _("Menu")

    def ready(self) -> None:
        pre_migrate.connect(remove_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)
        post_delete.connect(remove_picture_of_deleted, sender=self.get_model("MenuItem"))


def remove_picture_of_deleted(instance: Any, **signal: Any) -> None:
    """However an item goes: on its page, by the list's action, with its store."""
    if instance.image:
        remove_picture_after_commit(instance, instance.image.name)
