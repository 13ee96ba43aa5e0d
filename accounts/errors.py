"""What sign-in refuses."""

from django.core.exceptions import ValidationError as ModelValidationError
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.fields import get_error_detail


class SignInFailed(APIException):
    """The same answer whichever of the store, name and password is wrong: none of them is confirmed."""

    status_code = 401
    default_code = "authentication_failed"
    default_detail = _("Store, name or password is not right.")
    auth_header = "Bearer"


class LoginLocked(APIException):
    """Too many wrong tries."""

    status_code = 429
    default_code = "login_locked"
    default_detail = _("Too many wrong tries. Try again in %(seconds)d seconds.")

    def __init__(self, seconds: int) -> None:
        self.wait = seconds
        super().__init__(self.default_detail % {"seconds": seconds})


class PasswordChangeRequired(APIException):
    """The password is right, and somebody else made it: no token before there is one that nobody else knows."""

    status_code = 403
    default_code = "password_change_required"
    default_detail = _("Choose a password of your own first.")


class PinWrong(APIException):
    """Not 401: the board's own token is good, and need not be renewed."""

    status_code = 403
    default_code = "pin_wrong"
    default_detail = _("This PIN is not right.")


class PinTooSimple(ValidationError):
    """A PIN that anybody would try first."""

    def __init__(self) -> None:
        detail = ErrorDetail(str(_("Choose digits that nobody would guess.")), code="pin_too_simple")
        super().__init__({"pin": [detail]})


class PasswordNotAccepted(ValidationError):
    """The new password is too short, too common, or the like."""

    def __init__(self, problem: ModelValidationError) -> None:
        super().__init__({"new_password": get_error_detail(problem)})


class PasswordUnchanged(ValidationError):
    """The new password is the one that somebody else made."""

    def __init__(self) -> None:
        detail = ErrorDetail(str(_("Choose another than the present one.")), code="password_unchanged")
        super().__init__({"new_password": [detail]})
