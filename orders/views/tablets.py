"""What a manager tells a tablet."""

import uuid
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.callers import person
from accounts.permissions import IsManager
from orders.tablet_commands import identify_tablet, reload_tablet
from tables.serializers import PairedTabletSerializer


class IdentifyTablet(APIView):
    """Which one is it?"""

    permission_classes: Any = (IsManager,)

    @extend_schema(operation_id="identify_tablet", request=None, responses=PairedTabletSerializer)
    def post(self, request: Request, tablet_id: uuid.UUID) -> Response:
        """Have the tablet show its table's number, large, for ten seconds."""
        tablet = identify_tablet(store_id=person(request).store_id, tablet_id=tablet_id)
        return Response(PairedTabletSerializer(tablet).data)


class ReloadTablet(APIView):
    """A tablet that behaves oddly, or should take the newest release."""

    permission_classes: Any = (IsManager,)

    @extend_schema(operation_id="reload_tablet", request=None, responses=PairedTabletSerializer)
    def post(self, request: Request, tablet_id: uuid.UUID) -> Response:
        """Have the tablet load its page again, as soon as no order is under way there."""
        tablet = reload_tablet(store_id=person(request).store_id, tablet_id=tablet_id)
        return Response(PairedTabletSerializer(tablet).data)
