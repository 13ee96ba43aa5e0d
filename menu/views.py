"""The menu, whole."""

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.business_day import utc_now
from accounts.callers import tablet
from accounts.permissions import IsTablet
from menu.document import MenuDocument, menu_document
from menu.selectors import menu_version_of
from menu.serializers import MenuSerializer
from menu.snapshot import menu_snapshot


class Menu(APIView):
    """The menu of the tablet's store."""

    permission_classes = (IsTablet,)

    @extend_schema(
        operation_id="menu",
        parameters=[OpenApiParameter("If-None-Match", location="header", description="The ETag already held.")],
        responses={200: MenuSerializer, 304: OpenApiResponse(description="The menu has not changed.")},
    )
    def get(self, request: Request) -> HttpResponse:
        """The whole menu in one answer, or 304 when the ETag still holds."""
        store_id = tablet(request).store_id
        document = menu_document(menu_snapshot(store_id, menu_version_of(store_id)), utc_now())
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
