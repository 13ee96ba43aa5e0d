"""Wire shapes of stores, people and sign-in."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from accounts.models import Membership, Role, Store
from accounts.signing_in import StaffSignIn
from accounts.tokens import expiry_of


class ErrorDetailSerializer(serializers.Serializer[Any]):
    """One thing that is wrong."""

    code = serializers.CharField()
    detail = serializers.CharField()
    attr = serializers.CharField(allow_null=True)


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "Sold out",
            {
                "type": "client_error",
                "errors": [
                    {
                        "code": "menu_item_sold_out",
                        "detail": "Kimchi stew is sold out.",
                        "attr": "items.0.menu_item",
                    }
                ],
            },
        )
    ]
)
class ErrorSerializer(serializers.Serializer[Any]):
    """A refusal. `detail` is for people, in the request's language; `code` is for programs."""

    type = serializers.ChoiceField(["validation_error", "client_error", "server_error"])
    errors = ErrorDetailSerializer(many=True)  # type: ignore[assignment] # the wire's name; DRF keeps fields apart


class StoreSerializer(serializers.ModelSerializer[Store]):
    """A store as every screen knows it."""

    languages = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Store
        fields = (
            "id", "code", "name", "currency", "time_zone", "languages", "default_language", "accepting_orders",
            "warning_minutes", "late_minutes",
        )  # fmt: skip


class StoreCodeField(serializers.CharField):
    """A store's code as people type it: case and blanks around it do not matter."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        return super().to_internal_value(data).lower()


@extend_schema_serializer(
    examples=[
        OpenApiExample("Demo", {"store_code": "demo", "username": "staff", "password": "staff1234"}, request_only=True)
    ]
)
class StaffLoginSerializer(serializers.Serializer[Any]):
    """What a person types."""

    store_code = StoreCodeField()
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=128, trim_whitespace=False, style={"input_type": "password"})


class PersonSerializer(serializers.Serializer[Any]):
    """A person and their role in this store."""

    id = serializers.UUIDField(source="user.pk")
    username = serializers.CharField(source="user.username")
    role = serializers.ChoiceField(Role.choices)


class StaffSignInSerializer(serializers.Serializer[StaffSignIn]):
    """A person's tokens and what the board needs at once."""

    access = serializers.CharField()
    refresh = serializers.CharField()
    expires_at = serializers.DateTimeField()
    store = StoreSerializer()
    user = PersonSerializer()

    def to_representation(self, instance: StaffSignIn) -> dict[str, Any]:
        membership: Membership = instance.membership
        return {
            "access": str(instance.access),
            "refresh": instance.refresh,
            "expires_at": expiry_of(instance.access),
            "store": StoreSerializer(membership.store).data,
            "user": PersonSerializer(membership).data,
        }


class StaffRefreshSerializer(serializers.Serializer[Any]):
    """A refresh token."""

    refresh = serializers.CharField(max_length=2000, write_only=True)


class AccessSerializer(serializers.Serializer[Any]):
    """A new access token."""

    access = serializers.CharField()
    expires_at = serializers.DateTimeField()
