"""Wire shapes of stores, people and sign-in."""

from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from accounts.audit import name_of
from accounts.business_day import utc_now
from accounts.models import Membership, Role, Store
from accounts.opening import Opening
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


class UtcField(serializers.DateTimeField):
    """A moment, in UTC whatever the clock that the process shows at the time."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(default_timezone=UTC, **kwargs)


class OpeningSerializer(serializers.Serializer[Opening]):
    """What the store's hours come to now.

    `is_open`: guests may order, as far as the hours go. `closes_at`, `last_order_at` and `orders_until` (that with the
    minutes of grace) are of the hours that are running, also after the last order; null without an end in sight.
    """

    is_open = serializers.BooleanField()
    closes_at = UtcField(allow_null=True)
    last_order_at = UtcField(allow_null=True)
    orders_until = UtcField(allow_null=True)
    next_opens_at = UtcField(allow_null=True)


class StoreSerializer(serializers.ModelSerializer[Store]):
    """A store as every screen knows it.

    `accepting_orders` is false during a pause, and `paused_until` says when that ends by itself. `opening` is null in a
    store without opening hours, which is always open.
    """

    languages = serializers.ListField(child=serializers.CharField())
    accepting_orders = serializers.SerializerMethodField()
    paused_until = serializers.SerializerMethodField()
    opening = serializers.SerializerMethodField()

    class Meta:
        model = Store
        fields = (
            "id", "code", "name", "currency", "time_zone", "languages", "default_language", "business_day_start",
            "accepting_orders", "paused_until", "opening", "warning_minutes", "late_minutes",
        )  # fmt: skip

    def to_representation(self, instance: Store) -> dict[str, Any]:
        """As it is at `now` (context), else at this moment."""
        self._now: datetime = self.context.get("now") or utc_now()
        return super().to_representation(instance)

    def get_accepting_orders(self, store: Store) -> bool:
        return not store.is_paused_at(self._now)

    @extend_schema_field(UtcField(allow_null=True))
    def get_paused_until(self, store: Store) -> str | None:
        resumes_at = store.resumes_at(self._now)
        return UtcField().to_representation(resumes_at) if resumes_at else None

    @extend_schema_field(OpeningSerializer(allow_null=True))
    def get_opening(self, store: Store) -> dict[str, Any] | None:
        return dict(OpeningSerializer(store.clock.at(self._now)).data) if store.clock.hours else None


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


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "Demo",
            {
                "store_code": "demo",
                "username": "staff",
                "password": "staff1234",
                "new_password": "three-blue-tables",
            },
            request_only=True,
        )
    ]
)
class StaffPasswordSerializer(StaffLoginSerializer):
    """The present password, and the one to have from now on."""

    new_password = serializers.CharField(max_length=128, trim_whitespace=False, style={"input_type": "password"})


class PinField(serializers.RegexField):
    """Four to six digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(r"^[0-9]{4,6}\Z", max_length=6, style={"input_type": "password"}, **kwargs)
        self.error_messages["invalid"] = _("Four to six digits.")


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "Demo",
            {"store_code": "demo", "username": "staff", "password": "staff1234", "pin": "482915"},
            request_only=True,
        )
    ]
)
class StaffPinSerializer(StaffLoginSerializer):
    """The password, and the PIN to have from now on."""

    pin = PinField()


class StaffTakeOverSerializer(serializers.Serializer[Any]):
    """Who takes the board over, and their PIN."""

    user = serializers.UUIDField(source="user_id")
    pin = PinField()


class ColleagueSerializer(serializers.Serializer[Membership]):
    """Somebody who can take the board over."""

    id = serializers.UUIDField(source="user.pk")
    username = serializers.CharField(source="user.username")
    name = serializers.SerializerMethodField()

    def get_name(self, membership: Membership) -> str:
        return name_of(membership.user)


class ColleaguesSerializer(serializers.Serializer[Any]):
    """Everybody in the store who has a PIN."""

    people = ColleagueSerializer(many=True)


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
