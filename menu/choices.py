"""The fixed choices of the menu, and the field that keeps some of them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SaleStatus(models.TextChoices):
    """Whether guests can order it."""

    ON_SALE = "on_sale", _("on sale")
    SOLD_OUT = "sold_out", _("sold out")
    HIDDEN = "hidden", _("hidden")


class Badge(models.TextChoices):
    """What a card points out."""

    BEST = "best", _("best")
    RECOMMENDED = "recommended", _("recommended")
    NEW = "new", _("new")


class Dietary(models.TextChoices):
    """Who can or should not eat or drink it."""

    VEGETARIAN = "vegetarian", _("vegetarian")
    VEGAN = "vegan", _("vegan")
    GLUTEN_FREE = "gluten_free", _("gluten-free")
    HALAL = "halal", _("halal")
    ALCOHOL = "alcohol", _("contains alcohol")


class Allergen(models.TextChoices):
    """What Korean law has restaurants name, and a few more that guests ask for."""

    EGG = "egg", _("egg")
    MILK = "milk", _("milk")
    BUCKWHEAT = "buckwheat", _("buckwheat")
    PEANUT = "peanut", _("peanut")
    SOY = "soy", _("soy")
    WHEAT = "wheat", _("wheat")
    MACKEREL = "mackerel", _("mackerel")
    CRAB = "crab", _("crab")
    SHRIMP = "shrimp", _("shrimp")
    PORK = "pork", _("pork")
    PEACH = "peach", _("peach")
    TOMATO = "tomato", _("tomato")
    SULPHITES = "sulphites", _("sulphites")
    WALNUT = "walnut", _("walnut")
    CHICKEN = "chicken", _("chicken")
    BEEF = "beef", _("beef")
    SQUID = "squid", _("squid")
    SHELLFISH = "shellfish", _("shellfish")
    PINE_NUT = "pine_nut", _("pine nut")
    SESAME = "sesame", _("sesame")
    FISH = "fish", _("fish")


class Choices(models.JSONField):
    """A list of some of the given choices, each once."""

    def __init__(self, *args: Any, among: type[models.TextChoices], **kwargs: Any) -> None:
        self.among = among
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def deconstruct(self) -> Any:
        """Keep the choices in the migration: the field cannot be made without them."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"among": self.among}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse unknown and repeated values."""
        super().validate(value, model_instance)
        known = isinstance(value, list) and all(entry in self.among.values for entry in value)
        if not known or len(set(value)) != len(value):
            raise ValidationError(_("Choose from: %(choices)s."), params={"choices": ", ".join(self.among.values)})
