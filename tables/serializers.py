"""Wire shapes of tables, tablets, sessions and service calls."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from accounts.serializers import PersonSerializer, StoreCodeField, StoreSerializer
from accounts.tokens import expiry_of
from tables.models import LONGEST_MESSAGE, ServiceCallKind, Table, Tablet
from tables.pairing import TabletSignIn
from tables.pairing_codes import PairingCode

LONGEST_SECRET = 100


class TableSerializer(serializers.ModelSerializer[Table]):
    """A table as its tablet knows it."""

    class Meta:
        model = Table
        fields = ("id", "number", "name")


class TableReferenceSerializer(serializers.Serializer[Any]):
    """A table where only which one matters."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()


@extend_schema_serializer(
    examples=[OpenApiExample("Demo", {"store_code": "demo", "table_number": 3, "pin": "1234"}, request_only=True)]
)
class TabletLoginSerializer(serializers.Serializer[Any]):
    """What staff type into a new tablet. A device that is paired already adds its secret, and stays one tablet."""

    store_code = StoreCodeField()
    table_number = serializers.IntegerField(min_value=1, max_value=9999)
    pin = serializers.CharField(max_length=12, style={"input_type": "password"})
    tablet_secret = serializers.CharField(max_length=LONGEST_SECRET, allow_blank=True, required=False)


@extend_schema_serializer(examples=[OpenApiExample("A code", {"code": "038512"}, request_only=True)])
class TabletPairSerializer(serializers.Serializer[Any]):
    """The code that a manager was shown. A device that is paired already adds its secret, and stays one tablet."""

    code = serializers.RegexField(r"^[0-9]{6}\Z", error_messages={"invalid": _("A code has six digits.")})
    tablet_secret = serializers.CharField(max_length=LONGEST_SECRET, allow_blank=True, required=False)


class PairingCodeSerializer(serializers.Serializer[PairingCode]):
    """A code, shown this once."""

    code = serializers.CharField()
    expires_at = serializers.DateTimeField()


class PairedTabletSerializer(serializers.Serializer[Tablet]):
    """A tablet as managers see it. `paired_by`: whose one-time code it was; null: by the table's PIN."""

    id = serializers.UUIDField()
    created_at = serializers.DateTimeField(source="paired_at")
    paired_by = serializers.CharField(source="paired_by.username", default=None, allow_null=True)
    last_seen_at = serializers.DateTimeField()
    app_version = serializers.CharField(allow_blank=True)
    revoked_at = serializers.DateTimeField(allow_null=True)


class PairedTabletListSerializer(serializers.Serializer[Any]):
    """A table's tablets: those that are paired first."""

    tablets = PairedTabletSerializer(many=True)


class TabletRenewSerializer(serializers.Serializer[Any]):
    """The secret that the tablet got when it was paired."""

    tablet_secret = serializers.CharField(max_length=LONGEST_SECRET)


class TabletRenewedSerializer(serializers.Serializer[TabletSignIn]):
    """A tablet's new token."""

    access = serializers.CharField()
    expires_at = serializers.DateTimeField()
    store = StoreSerializer()
    table = TableSerializer()

    def to_representation(self, instance: TabletSignIn) -> dict[str, Any]:
        return {
            "access": str(instance.access),
            "expires_at": expiry_of(instance.access),
            "store": StoreSerializer(instance.tablet.store).data,
            "table": TableSerializer(instance.tablet.table).data,
        }


class TabletSignInSerializer(TabletRenewedSerializer):
    """A paired tablet's token and, this once, its secret."""

    tablet_secret = serializers.CharField()

    def to_representation(self, instance: TabletSignIn) -> dict[str, Any]:
        return super().to_representation(instance) | {"tablet_secret": instance.secret}


class MeSerializer(serializers.Serializer[Any]):
    """Who a token is."""

    role = serializers.ChoiceField(["table", "staff"])
    expires_at = serializers.DateTimeField()
    store = StoreSerializer()
    table = TableSerializer(allow_null=True)
    user = PersonSerializer(allow_null=True)


class TableSessionSerializer(serializers.Serializer[Any]):
    """A table session."""

    id = serializers.UUIDField()
    business_date = serializers.DateField()
    guests = serializers.IntegerField(allow_null=True)
    opened_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)


class ServiceCallSerializer(serializers.Serializer[Any]):
    """A service call."""

    id = serializers.UUIDField()
    table = TableReferenceSerializer()
    session_id = serializers.UUIDField(allow_null=True)
    kind = serializers.ChoiceField(ServiceCallKind.choices)
    message = serializers.CharField(allow_blank=True)
    created_at = serializers.DateTimeField()
    acknowledged_at = serializers.DateTimeField(allow_null=True)


class ServiceCallListSerializer(serializers.Serializer[Any]):
    """A table's service calls."""

    service_calls = ServiceCallSerializer(many=True)


class PlaceServiceCallSerializer(serializers.Serializer[Any]):
    """What guests call for."""

    kind = serializers.ChoiceField(ServiceCallKind.choices)
    message = serializers.CharField(max_length=LONGEST_MESSAGE, allow_blank=True, default="")
