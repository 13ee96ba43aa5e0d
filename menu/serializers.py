"""Wire shapes of the menu. menu/document.py writes them; these describe them in the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import StoreSerializer
from menu.choices import Allergen, Badge, Dietary, SaleStatus

TEXT_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {language: {"type": "string"} for language in ("ko", "en", "ja", "zh")},
    "example": {"ko": "김치찌개", "en": "Kimchi stew"},
}
SOLD = [(status.value, status.label) for status in (SaleStatus.ON_SALE, SaleStatus.SOLD_OUT)]


@extend_schema_field(TEXT_SCHEMA)
class TextField(serializers.DictField):
    """A text by language; a language without one is left out."""

    child = serializers.CharField()


class OptionSerializer(serializers.Serializer[Any]):
    """One answer to a choice."""

    id = serializers.UUIDField()
    name = TextField()
    price = serializers.IntegerField()
    status = serializers.ChoiceField(SOLD)


class OptionGroupSerializer(serializers.Serializer[Any]):
    """A choice to make."""

    id = serializers.UUIDField()
    name = TextField()
    min_choices = serializers.IntegerField()
    max_choices = serializers.IntegerField()
    options = OptionSerializer(many=True)


class MenuItemSerializer(serializers.Serializer[Any]):
    """A dish or drink."""

    id = serializers.UUIDField()
    name = TextField()
    description = TextField()
    price = serializers.IntegerField()
    image = serializers.CharField(allow_null=True)
    image_small = serializers.CharField(
        allow_null=True, help_text="The same, 480 × 360, for cards; null where there is only the one."
    )
    status = serializers.ChoiceField(SOLD)
    remaining = serializers.IntegerField(allow_null=True)
    badges = serializers.ListField(child=serializers.ChoiceField(Badge.choices))
    spiciness = serializers.IntegerField(min_value=0, max_value=3)
    dietary = serializers.ListField(child=serializers.ChoiceField(Dietary.choices))
    allergens = serializers.ListField(child=serializers.ChoiceField(Allergen.choices))
    option_groups = OptionGroupSerializer(many=True)


class CategorySerializer(serializers.Serializer[Any]):
    """A group of items."""

    id = serializers.UUIDField()
    name = TextField()
    items = MenuItemSerializer(many=True)


class StaffMenuItemSerializer(serializers.Serializer[Any]):
    """An item as staff know it; `hidden` also when its category is."""

    id = serializers.UUIDField()
    name = TextField()
    price = serializers.IntegerField()
    status = serializers.ChoiceField(SaleStatus.choices)
    remaining = serializers.IntegerField(allow_null=True)
    option_groups = OptionGroupSerializer(many=True)


class StaffCategorySerializer(serializers.Serializer[Any]):
    """A group of items, and who makes them."""

    id = serializers.UUIDField()
    name = TextField()
    station = serializers.CharField(allow_blank=True)
    items = StaffMenuItemSerializer(many=True)


class StaffMenuSerializer(serializers.Serializer[Any]):
    """Every item, hidden or not."""

    version = serializers.IntegerField()
    categories = StaffCategorySerializer(many=True)


class MenuSerializer(serializers.Serializer[Any]):
    """The whole menu."""

    version = serializers.IntegerField()
    store = StoreSerializer()
    categories = CategorySerializer(many=True)
