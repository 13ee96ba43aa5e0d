"""The audit trail's lines."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models.stores import Store


class Deed(models.TextChoices):
    """What was done. The column takes any word: a new one needs no migration, and one no longer used stays readable."""

    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    DELETED = "deleted", _("deleted")
    ORDER_CANCELLED = "order_cancelled", _("order cancelled")
    STEP_UNDONE = "step_undone", _("step undone")
    SESSION_FINISHED = "session_finished", _("table finished")
    SESSION_MOVED = "session_moved", _("guests moved")
    SESSION_MERGED = "session_merged", _("bills merged")
    ORDERING_PAUSED = "ordering_paused", _("ordering paused")
    ORDERING_RESUMED = "ordering_resumed", _("ordering resumed")
    TABLET_PAIRED = "tablet_paired", _("tablet paired")
    TABLET_REVOKED = "tablet_revoked", _("tablet revoked")
    PAIRING_CODE_MADE = "pairing_code_made", _("pairing code made")
    PIN_SET = "pin_set", _("PIN set")
    OWN_PIN_SET = "own_pin_set", _("own PIN set")
    PIN_CLEARED = "pin_cleared", _("PIN cleared")
    PERSON_INVITED = "person_invited", _("person invited")
    ROLE_CHANGED = "role_changed", _("role changed")
    PERSON_LEFT = "person_left", _("taken off the team")
    PASSWORD_RESET = "password_reset", _("password reset")
    PASSWORD_CHANGED = "password_changed", _("own password changed")
    PERSON_DEACTIVATED = "person_deactivated", _("person deactivated")
    PERSON_REACTIVATED = "person_reactivated", _("person reactivated")
    MENU_IMPORTED = "menu_imported", _("menu imported")
    ORDERS_EXPORTED = "orders_exported", _("orders exported")
    LOGIN_LOCKED = "login_locked", _("sign-in locked")


class AuditEntry(models.Model):
    """Who did what to what, when, from what to what.

    Names are copies and ids plain: the line reads the same when the person or the thing is gone. Written by
    `accounts.audit.record` alone; database triggers (accounts/triggers.py) refuse every change and deletion, except
    that the lines go with their store.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Null for what operators do that is no store's. A trigger deletes a store's lines with it, Django could not.
    store = models.ForeignKey(
        Store, models.DO_NOTHING, null=True, related_name="+", db_index=False, verbose_name=_("store")
    )
    at = models.DateTimeField(_("when"))
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(_("who"), max_length=200, blank=True)
    deed = models.CharField(_("deed"), max_length=40)
    target_type = models.CharField(_("kind"), max_length=60, blank=True)
    target_id = models.UUIDField(null=True)
    target_name = models.CharField(_("what"), max_length=200, blank=True)
    # The row on whose page the target stands: an option's group, say.
    part_of_id = models.UUIDField(null=True)
    changes = models.JSONField(_("changes"), default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("audit trail")
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(fields=["store", "id"], name="audit_in_store"),
            models.Index(fields=["target_id"], name="audit_of_target"),
            models.Index(
                fields=["part_of_id"], condition=models.Q(part_of_id__isnull=False), name="audit_of_target_parts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.deed} {self.target_name}"
