"""What can be ordered: categories, items, and the choices to make."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import FileExtensionValidator, MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models import Store
from menu.choices import Allergen, Badge, Choices, Dietary, SaleStatus
from menu.codes import category_code, code_field, group_code, item_code, option_code
from menu.pictures import picture_path, validate_picture
from menu.translations import Translated, pick

HIGHEST_PRICE = 1_000_000_000


class Category(models.Model):
    """A group of items on the menu."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="categories", verbose_name=_("store"))
    code = code_field(category_code, "c-")
    name = Translated(_("name"), max_length=60)
    sort_order = models.PositiveIntegerField(_("sort order"), default=0)
    is_hidden = models.BooleanField(_("hidden"), default=False)
    station = models.CharField(
        _("station"),
        max_length=20,
        blank=True,
        default="",
        db_default="",
        help_text=_("Who makes it: kitchen, bar … The kitchen's view sorts by it."),
    )

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering: ClassVar = ["sort_order", "id"]
        indexes: ClassVar = [models.Index(fields=["store", "sort_order"], name="category_in_store")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "code"], name="category_code_unique_in_store")
        ]

    def __str__(self) -> str:
        return pick(self.name, "ko", "en")


class OptionGroup(models.Model):
    """A choice to make, shared between items."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="option_groups", verbose_name=_("store"))
    code = code_field(group_code, "g-")
    name = Translated(_("name"), max_length=60)
    min_choices = models.PositiveSmallIntegerField(_("at least"), default=0)
    max_choices = models.PositiveSmallIntegerField(_("at most"), default=1)

    class Meta:
        verbose_name = _("option group")
        verbose_name_plural = _("option groups")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(max_choices__gte=models.F("min_choices")) & Q(max_choices__gte=1),
                name="option_group_min_not_above_max",
            ),
            models.UniqueConstraint(fields=["store", "code"], name="option_group_code_unique_in_store"),
        ]

    def __str__(self) -> str:
        return pick(self.name, "ko", "en")


class Option(models.Model):
    """One answer to a choice."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="options", verbose_name=_("store"))
    group = models.ForeignKey(OptionGroup, models.CASCADE, related_name="options", verbose_name=_("option group"))
    code = code_field(option_code, "o-")
    name = Translated(_("name"), max_length=60)
    price = models.BigIntegerField(_("extra price"), default=0, validators=[MaxValueValidator(HIGHEST_PRICE)])
    status = models.CharField(_("status"), max_length=10, choices=SaleStatus, default=SaleStatus.ON_SALE)
    sort_order = models.PositiveIntegerField(_("sort order"), default=0)

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering: ClassVar = ["sort_order", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(price__gte=0), name="option_price_not_negative"),
            models.CheckConstraint(condition=Q(status__in=SaleStatus.values), name="option_status_known"),
            models.UniqueConstraint(fields=["group", "code"], name="option_code_unique_in_group"),
        ]

    def __str__(self) -> str:
        return pick(self.name, "ko", "en")


class MenuItem(models.Model):
    """A dish or drink."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="menu_items", verbose_name=_("store"))
    category = models.ForeignKey(Category, models.PROTECT, related_name="items", verbose_name=_("category"))
    code = code_field(item_code, "i-")
    name = Translated(_("name"), max_length=80)
    description = Translated(_("description"), max_length=500, blank=True)
    price = models.BigIntegerField(
        _("price"),
        validators=[MaxValueValidator(HIGHEST_PRICE)],
        help_text=_("In the currency's smallest unit."),
    )
    image = models.ImageField(
        _("picture"),
        upload_to=picture_path,
        blank=True,
        max_length=200,
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp"]), validate_picture],
    )
    status = models.CharField(_("status"), max_length=10, choices=SaleStatus, default=SaleStatus.ON_SALE)
    remaining = models.IntegerField(
        _("left in stock"), null=True, blank=True, help_text=_("Empty when it is not counted.")
    )
    badges = Choices(_("badges"), among=Badge)
    spiciness = models.PositiveSmallIntegerField(_("spiciness"), default=0, validators=[MaxValueValidator(3)])
    dietary = Choices(_("dietary"), among=Dietary)
    allergens = Choices(_("allergens"), among=Allergen)
    available_from = models.TimeField(_("served from"), null=True, blank=True)
    available_until = models.TimeField(_("served until"), null=True, blank=True)
    sort_order = models.PositiveIntegerField(_("sort order"), default=0)
    option_groups = models.ManyToManyField(
        OptionGroup, through="MenuItemOptionGroup", related_name="items", verbose_name=_("option groups")
    )

    class Meta:
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")
        ordering: ClassVar = ["sort_order", "id"]
        indexes: ClassVar = [models.Index(fields=["store", "category", "sort_order"], name="item_in_store")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(price__gte=0), name="item_price_not_negative"),
            models.CheckConstraint(condition=Q(remaining=None) | Q(remaining__gte=0), name="item_stock_not_negative"),
            models.CheckConstraint(condition=Q(spiciness__lte=3), name="item_spiciness_at_most_three"),
            models.CheckConstraint(condition=Q(status__in=SaleStatus.values), name="item_status_known"),
            models.CheckConstraint(
                condition=Q(available_from=None, available_until=None)
                | (
                    Q(available_from__isnull=False, available_until__isnull=False)
                    & ~Q(available_from=models.F("available_until"))
                ),
                name="item_hours_both_or_neither",
            ),
            models.UniqueConstraint(fields=["store", "code"], name="item_code_unique_in_store"),
        ]

    def __str__(self) -> str:
        return pick(self.name, "ko", "en")


class MenuItemOptionGroup(models.Model):
    """An item asks for a choice; each item has its own order of them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="+", verbose_name=_("store"))
    menu_item = models.ForeignKey(MenuItem, models.CASCADE, related_name="group_links", verbose_name=_("menu item"))
    option_group = models.ForeignKey(
        OptionGroup, models.CASCADE, related_name="item_links", verbose_name=_("option group")
    )
    sort_order = models.PositiveIntegerField(_("sort order"), default=0)

    class Meta:
        verbose_name = _("choice of an item")
        verbose_name_plural = _("choices of an item")
        ordering: ClassVar = ["sort_order", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["menu_item", "option_group"], name="one_link_per_item_and_group")
        ]

    def __str__(self) -> str:
        return f"{self.menu_item} – {self.option_group}"


class MenuVersion(models.Model):
    """A store's menu version. Database triggers raise it (menu/triggers.py): no write can be forgotten."""

    store = models.OneToOneField(
        Store, models.CASCADE, primary_key=True, related_name="menu_version", verbose_name=_("store")
    )
    version = models.BigIntegerField(_("version"), default=1)
    raised_by = models.BigIntegerField(
        default=0, editable=False, help_text=_("PostgreSQL's id of the transaction that raised it last.")
    )
    next_change_at = models.DateTimeField(
        null=True, editable=False, help_text=_("When an item's hours next begin or end.")
    )

    class Meta:
        verbose_name = _("menu version")
        verbose_name_plural = _("menu versions")

    def __str__(self) -> str:
        return str(self.version)


class PendingImport(models.Model):
    """A file that a person has uploaded and not yet confirmed. It expires (menu/transfer/pending.py)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="+", verbose_name=_("store"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    hide_missing = models.BooleanField(default=False)
    keep_live = models.BooleanField(default=False)
    created_at = models.DateTimeField(_("uploaded"))

    class Meta:
        verbose_name = _("import that waits for its confirmation")
        verbose_name_plural = _("imports that wait for their confirmation")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "person"], name="one_pending_import_per_store_and_person")
        ]

    def __str__(self) -> str:
        return self.file_name
