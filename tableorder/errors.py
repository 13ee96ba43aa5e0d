"""One shape for every refusal (docs/openapi.yaml, `Error`)."""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_lazy as _
from drf_standardized_errors.formatter import ExceptionFormatter
from drf_standardized_errors.handler import ExceptionHandler
from drf_standardized_errors.types import ErrorResponse
from rest_framework.exceptions import APIException, NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView


class Unavailable(APIException):
    """The database is away or a lock was not had in time. Nothing was stored; the same request may be sent again."""

    status_code = 503
    default_code = "unavailable"
    default_detail = _("The service is briefly unavailable. Nothing was stored; please try again.")
    wait = 2


class ContractExceptionHandler(ExceptionHandler):
    """Tell a database that is away from a mistake of ours."""

    def convert_known_exceptions(self, exc: Exception) -> Exception:
        if isinstance(exc, OperationalError | InterfaceError):
            return Unavailable()
        return super().convert_known_exceptions(exc)


class ContractExceptionFormatter(ExceptionFormatter):
    """Add what a refusal has to tell beyond its errors, such as the new amounts."""

    def format_error_response(self, error_response: ErrorResponse) -> Any:
        for error in error_response.errors:
            # A detail may repeat what was sent, and half of a surrogate pair cannot be sent back.
            error.detail = error.detail.encode(errors="replace").decode()
        body = super().format_error_response(error_response)
        return body | getattr(self.exc, "extra", {})


class UnknownPath(APIView):
    """Anything else under /api/ is a 404 of the same shape."""

    authentication_classes = ()
    permission_classes = ()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.http_method_names = [request.method.lower()]
        setattr(self, request.method.lower(), self.refuse)
        return super().dispatch(request, *args, **kwargs)

    def refuse(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Refuse whatever the method."""
        raise NotFound
