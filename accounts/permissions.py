"""Which kind of caller a view lets in."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.callers import StaffCaller, TableCaller
from accounts.models import MANAGING_ROLES


class IsTablet(BasePermission):
    """A tablet at its table."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Look at the token's kind."""
        return isinstance(request.user, TableCaller)


class IsStaff(BasePermission):
    """A person who works in the store."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Look at the token's kind."""
        return isinstance(request.user, StaffCaller)


class IsManager(IsStaff):
    """A manager or owner of the store."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Look at the membership as it is now, not as it was when the token was made."""
        return super().has_permission(request, view) and request.auth in MANAGING_ROLES
