"""What every response carries, and the back office's own layers kept off everything else."""

import re
import uuid
from collections.abc import Callable

from axes.middleware import AxesMiddleware
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.deprecation import MiddlewareMixin

from tableorder.logging import current_request_id

GetResponse = Callable[[HttpRequest], HttpResponseBase]
ACCEPTED_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
BACK_OFFICE = "/admin/"
PROBES = frozenset({"/api/v1/health", "/api/v1/ready"})

# Pages load nothing that this server does not serve, and no script or style written into the page.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# An uploaded picture opened on its own is only ever a picture.
MEDIA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def request_id_of(offered: str | None) -> str:
    """Take the caller's id when it is safe to log and send back, else make one."""
    return offered if offered and ACCEPTED_REQUEST_ID.fullmatch(offered) else uuid.uuid4().hex


class RequestIDMiddleware:
    """Answer and log with the request's id, so that a guest's report finds its log line."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request_id = request_id_of(request.headers.get("X-Request-ID"))
        token = current_request_id.set(request_id)
        try:
            response = self.get_response(request)
        finally:
            current_request_id.reset(token)
        response["X-Request-ID"] = request_id
        return response


class ContentSecurityPolicyMiddleware:
    """Set the policy. It stands outside WhiteNoise, whose answers pass through nothing else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        media = request.path.startswith(settings.MEDIA_URL)
        response.headers.setdefault("Content-Security-Policy", MEDIA_POLICY if media else PAGE_POLICY)
        return response


class HostMiddleware(CommonMiddleware):
    """Refuse foreign host names, but not to a load balancer, which asks for a machine's health by its address."""

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
        return None if request.path in PROBES else super().process_request(request)


class OnlyBackOffice(MiddlewareMixin):
    """A layer that other paths skip: an order should not pay for cookies it does not use."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(BACK_OFFICE):
            return super().__call__(request)  # type: ignore[return-value] # this project has no asynchronous views
        return self.get_response(request)  # type: ignore[return-value] # likewise


class BackOfficeSessionMiddleware(OnlyBackOffice, SessionMiddleware):
    """Sessions."""


class BackOfficeCsrfMiddleware(OnlyBackOffice, CsrfViewMiddleware):
    """Cookies authenticate the back office and nothing else; a bearer token cannot be ridden."""


class BackOfficeAuthenticationMiddleware(OnlyBackOffice, AuthenticationMiddleware):
    """The signed-in manager."""


class BackOfficeLockoutMiddleware(AxesMiddleware):  # type: ignore[misc] # axes ships no types
    """Say so when a manager's sign-in is locked."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = super().__call__ if request.path.startswith(BACK_OFFICE) else self.get_response
        response: HttpResponseBase = answer(request)
        return response


class BackOfficeMessageMiddleware(OnlyBackOffice, MessageMiddleware):
    """Messages."""
