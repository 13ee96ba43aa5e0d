"""Sign-in of tablets, what managers do with them, and who a token is."""

import uuid
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.callers import Caller, StaffCaller, TableCaller, person
from accounts.models import Membership
from accounts.permissions import IsManager, IsStaff
from accounts.serializers import PersonSerializer, StoreSerializer
from accounts.tokens import TokenNotValid
from accounts.views import SignInView
from tables.models import Table
from tables.pairing import renew_tablet, revoke_tablet, sign_in_tablet, sign_out_tablet
from tables.pairing_codes import make_pairing_code, pair_tablet
from tables.selectors import table_of, tablet_of, tablets_of
from tables.serializers import (
    MeSerializer,
    PairedTabletListSerializer,
    PairedTabletSerializer,
    PairingCodeSerializer,
    TableSerializer,
    TabletLoginSerializer,
    TabletPairSerializer,
    TabletRenewedSerializer,
    TabletRenewSerializer,
    TabletSignInSerializer,
)

Row = TypeVar("Row", bound=Model)


class TabletLogin(SignInView):
    """Pair a tablet with its table."""

    @extend_schema(operation_id="table_login", request=TabletLoginSerializer, responses=TabletSignInSerializer)
    def post(self, request: Request) -> Response:
        """Pair by the table's PIN. Five wrong tries lock that table's sign-in for five minutes."""
        body = TabletLoginSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        signed_in = sign_in_tablet(request=request._request, **body.validated_data)
        return Response(TabletSignInSerializer(signed_in).data)


class TabletRenew(SignInView):
    """Keep a paired tablet signed in."""

    @extend_schema(operation_id="table_renew", request=TabletRenewSerializer, responses=TabletRenewedSerializer)
    def post(self, request: Request) -> Response:
        """A new token, for as long as the tablet is not revoked."""
        body = TabletRenewSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        return Response(TabletRenewedSerializer(renew_tablet(**body.validated_data)).data)


class TabletPair(SignInView):
    """Pair a tablet by a one-time code."""

    @extend_schema(operation_id="table_pair", request=TabletPairSerializer, responses=TabletSignInSerializer)
    def post(self, request: Request) -> Response:
        """Pair by a code of ten minutes, which works once. Five wrong ones lock the address for five minutes."""
        body = TabletPairSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        address = str(self.get_throttles()[0].get_ident(request))
        signed_in = pair_tablet(request=request._request, address=address, **body.validated_data)
        return Response(TabletSignInSerializer(signed_in).data)


class TabletLogout(SignInView):
    """Take a tablet out of use, at the tablet."""

    @extend_schema(operation_id="table_logout", request=TabletRenewSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """Revoke the tablet whose secret this is. Nothing happens when there is none."""
        body = TabletRenewSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        sign_out_tablet(**body.validated_data)
        return Response(status=204)


class TablePairingCode(APIView):
    """A way to pair a new tablet."""

    permission_classes = (IsManager,)

    @extend_schema(operation_id="make_pairing_code", request=None, responses={201: PairingCodeSerializer})
    def post(self, request: Request, table_id: uuid.UUID) -> Response:
        """A new one-time code for the table. An earlier one does not work any more."""
        caller = person(request)
        made = make_pairing_code(store_id=caller.store_id, table_id=table_id, by_id=caller.user_id)
        return Response(PairingCodeSerializer(made).data, status=201)


class TableTablets(APIView):
    """The tablets of a table."""

    permission_classes = (IsStaff,)

    @extend_schema(operation_id="table_tablets", responses=PairedTabletListSerializer)
    def get(self, request: Request, table_id: uuid.UUID) -> Response:
        """The table's tablets, those that are paired first."""
        table = table_of(store_id=person(request).store_id, table_id=table_id)
        return Response(PairedTabletListSerializer({"tablets": tablets_of(table)}).data)


class RevokeTablet(APIView):
    """A tablet that was lost, or goes to another table."""

    permission_classes = (IsManager,)

    @extend_schema(operation_id="revoke_tablet", request=None, responses=PairedTabletSerializer)
    def post(self, request: Request, tablet_id: uuid.UUID) -> Response:
        """End the tablet's token and streams within a second, for good."""
        caller = person(request)
        store_id = caller.store_id
        revoke_tablet(tablet=tablet_of(store_id=store_id, tablet_id=tablet_id), by_id=caller.user_id)
        return Response(PairedTabletSerializer(tablet_of(store_id=store_id, tablet_id=tablet_id)).data)


class Me(APIView):
    """Who this token is."""

    @extend_schema(operation_id="me", responses=MeSerializer)
    def get(self, request: Request) -> Response:
        """Say it as it is now."""
        caller: object = request.user
        assert isinstance(caller, Caller)  # noqa: S101 # authentication has decided this already
        answer: dict[str, Any] = {"table": None, "user": None}
        if isinstance(caller, TableCaller):
            table = _still_there(Table.objects.select_related("store").filter(pk=caller.table_id))
            answer |= {"role": "table", "table": TableSerializer(table).data}
            answer["store"] = StoreSerializer(table.store).data
        elif isinstance(caller, StaffCaller):
            members = Membership.objects.select_related("store", "user")
            member = _still_there(members.filter(store=caller.store_id, user=caller.user_id))
            answer |= {"role": "staff", "user": PersonSerializer(member).data}
            answer["store"] = StoreSerializer(member.store).data
        answer["expires_at"] = datetime.fromtimestamp(caller.expires_at, UTC)
        return Response(answer)


def _still_there(rows: QuerySet[Row]) -> Row:
    """The caller's row, which may have gone within the second that a good standing is remembered for."""
    row = rows.first()
    if row is None:
        raise TokenNotValid
    return row
