"""The menu, whole."""

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.business_day import utc_now
from accounts.callers import person, tablet
from accounts.permissions import IsStaff, IsTablet
from menu.document import MenuDocument, menu_document, staff_menu_document
from menu.selectors import menu_version_of
from menu.serializers import MenuSerializer, StaffMenuSerializer
from menu.snapshot import menu_snapshot

HELD = [OpenApiParameter("If-None-Match", location="header", description="The ETag already held.")]
NOT_MODIFIED = OpenApiResponse(description="The menu has not changed.")


class Menu(APIView):
    """The menu of the tablet's store."""

    permission_classes = (IsTablet,)

    @extend_schema(operation_id="menu", parameters=HELD, responses={200: MenuSerializer, 304: NOT_MODIFIED})
    def get(self, request: Request) -> HttpResponse:
        """The whole menu in one answer, or 304 when the ETag still holds."""
        store_id = tablet(request).store_id
        return _answer(request, menu_document(menu_snapshot(store_id, menu_version_of(store_id)), utc_now()))


class StaffMenu(APIView):
    """The menu of the person's store."""

    permission_classes = (IsStaff,)

    @extend_schema(operation_id="staff_menu", parameters=HELD, responses={200: StaffMenuSerializer, 304: NOT_MODIFIED})
    def get(self, request: Request) -> HttpResponse:
        """Every item, hidden ones and those not served at this hour too, or 304 when the ETag still holds."""
        store_id = person(request).store_id
        return _answer(request, staff_menu_document(menu_snapshot(store_id, menu_version_of(store_id)), utc_now()))


def _answer(request: Request, document: MenuDocument) -> HttpResponse:
    if document.etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    else:
        response = _encoded(document, gzipped="gzip" in request.headers.get("Accept-Encoding", ""))
    response["ETag"] = document.etag
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Accept-Encoding, Authorization"
    return response


def _encoded(document: MenuDocument, *, gzipped: bool) -> HttpResponse:
    if not gzipped:
        return HttpResponse(document.body, content_type="application/json")
    return HttpResponse(document.gzipped, content_type="application/json", headers={"Content-Encoding": "gzip"})
