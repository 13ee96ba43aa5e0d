"""Sign-in of people."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from accounts.serializers import (
    AccessSerializer,
    StaffLoginSerializer,
    StaffRefreshSerializer,
    StaffSignInSerializer,
)
from accounts.signing_in import refresh_staff, sign_in_staff
from accounts.tokens import expiry_of


class SignInView(APIView):
    """A door without a token. Hashing a password costs the server, so an address has a limit."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "sign_in"

    def get_authenticate_header(self, request: Request) -> str:
        """Make DRF answer 401 and not 403."""
        return "Bearer"


class StaffLogin(SignInView):
    """Sign in with store code, user name and password."""

    @extend_schema(operation_id="staff_login", request=StaffLoginSerializer, responses=StaffSignInSerializer)
    def post(self, request: Request) -> Response:
        """Sign a person in. Five wrong tries lock that login for five minutes."""
        body = StaffLoginSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        signed_in = sign_in_staff(request=request._request, **body.validated_data)
        return Response(StaffSignInSerializer(signed_in).data)


class StaffRefresh(SignInView):
    """Get a new access token before the old one ends."""

    @extend_schema(operation_id="staff_refresh", request=StaffRefreshSerializer, responses=AccessSerializer)
    def post(self, request: Request) -> Response:
        """Refuse a person who was deactivated or whose password changed since."""
        body = StaffRefreshSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        access = refresh_staff(refresh=body.validated_data["refresh"])
        answer: dict[str, Any] = {"access": str(access), "expires_at": expiry_of(access)}
        return Response(answer)
