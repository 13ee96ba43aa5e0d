"""What sign-in refuses."""

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException


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
