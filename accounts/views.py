"""Sign-in of people."""

from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from accounts.board_pins import people_with_pin, set_own_pin, take_over
from accounts.callers import person
from accounts.permissions import IsStaff
from accounts.serializers import (
    AccessSerializer,
    ColleaguesSerializer,
    ErrorSerializer,
    StaffLoginSerializer,
    StaffPasswordSerializer,
    StaffPinSerializer,
    StaffRefreshSerializer,
    StaffSignInSerializer,
    StaffTakeOverSerializer,
)
from accounts.signing_in import choose_password, refresh_staff, sign_in_staff
from accounts.tokens import expiry_of

MADE_BY_ANOTHER = OpenApiResponse(
    ErrorSerializer, "`password_change_required`: the password is right, and somebody else made it."
)
NOT_BY_PIN = {
    403: OpenApiResponse(ErrorSerializer, "`pin_wrong`: it is not that person's PIN."),
    404: OpenApiResponse(ErrorSerializer, "Nobody of that id has a PIN in this store."),
    429: OpenApiResponse(ErrorSerializer, "`login_locked`: too many wrong tries; `Retry-After` says for how long."),
}


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


class StaffPin(SignInView):
    """Choose one's own PIN."""

    @extend_schema(operation_id="staff_pin", request=StaffPinSerializer, responses={204: None, 403: MADE_BY_ANOTHER})
    def post(self, request: Request) -> Response:
        """Have a PIN of one's own at the boards of this store, instead of the one before."""
        body = StaffPinSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        set_own_pin(request=request._request, **body.validated_data)
        return Response(status=204)


class StaffColleagues(APIView):
    """Who can take the board over."""

    permission_classes = (IsStaff,)

    @extend_schema(operation_id="staff_colleagues", responses=ColleaguesSerializer)
    def get(self, request: Request) -> Response:
        """Everybody in the caller's store who has set a PIN."""
        return Response(ColleaguesSerializer({"people": people_with_pin(person(request).store_id)}).data)


class StaffTakeOver(APIView):
    """Take over a board that is signed in."""

    permission_classes = (IsStaff,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "sign_in"

    @extend_schema(
        operation_id="staff_take_over",
        request=StaffTakeOverSerializer,
        responses={200: StaffSignInSerializer, **NOT_BY_PIN},
    )
    def post(self, request: Request) -> Response:
        """Sign a colleague in by their PIN, and whoever was signed in with the token out.

        The same person goes on with new tokens. Five wrong tries lock that person's PIN for five minutes.
        """
        body = StaffTakeOverSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        signed_in = take_over(request=request._request, caller=person(request), **body.validated_data)
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
