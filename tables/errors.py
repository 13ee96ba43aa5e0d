"""What pairing refuses."""

from django.utils.translation import gettext_lazy as _

from accounts.errors import SignInFailed


class PairingFailed(SignInFailed):
    """The same answer whether the code was never given, was used, or has expired."""

    default_detail = _("This code is not right, or not valid any more. Ask for a new one.")
