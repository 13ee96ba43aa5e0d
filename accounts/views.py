"""Sign-in of people."""

from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from accounts.serializers import (
    AccessSerializer,
    ErrorSerializer,
    StaffLoginSerializer,
    StaffPasswordSerializer,
    StaffRefreshSerializer,
    StaffSignInSerializer,
)
from accounts.signing_in import choose_password, refresh_staff, sign_in_staff
from accounts.tokens import expiry_of

MADE_BY_ANOTHER = OpenApiResponse(
    ErrorSerializer, "`password_change_required`: the password is right, and somebody else made it."
)


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

    @extend_schema(
        operation_id="staff_login",
        request=StaffLoginSerializer,
        responses={200: StaffSignInSerializer, 403: MADE_BY_ANOTHER},
    )
    def post(self, request: Request) -> Response:
        """Sign a person in. Five wrong tries lock that login for five minutes."""
        body = StaffLoginSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        signed_in = sign_in_staff(request=request._request, **body.validated_data)
        return Response(StaffSignInSerializer(signed_in).data)


class StaffPassword(SignInView):
    """Sign in with a password of one's own from now on."""

    @extend_schema(operation_id="staff_password", request=StaffPasswordSerializer, responses=StaffSignInSerializer)
    def post(self, request: Request) -> Response:
        """Change the password and sign the person in. Whoever used the old one is signed out."""
        body = StaffPasswordSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        signed_in = choose_password(request=request._request, **body.validated_data)
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
