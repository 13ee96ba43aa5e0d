"""Who works here, and in which store as what."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models.stores import Store


class User(AbstractUser):
    """An account that signs in. What a person may do in a store is in their membership."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # The present password was made for them and was seen by whoever made it.
    must_change_password = models.BooleanField(default=False, db_default=False, editable=False)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")


class Role(models.TextChoices):
    """What a person is in a store."""

    OWNER = "owner", _("owner")
    MANAGER = "manager", _("manager")
    STAFF = "staff", _("staff")


MANAGING_ROLES = (Role.OWNER, Role.MANAGER)


class Membership(models.Model):
    """A person works in a store, as one role."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="memberships", verbose_name=_("store"))
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.STAFF)
    # What takes over a board of this store that is locked: a hash, or empty (accounts/board_pins.py).
    pin = models.CharField(max_length=128, blank=True, default="", db_default="", editable=False)

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("People")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "user"], name="one_membership_per_store_and_person"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user.get_full_name() or self.user.get_username()} ({self.get_role_display()})"


class EndedSignIn(models.Model):
    """A sign-in whose tokens do not count any more, though they have not run out and their person still works here."""

    id = models.UUIDField(primary_key=True, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="ended_sign_ins")
    # From then on none of its tokens is left, and neither need this row be.
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)
