"""Health for load balancers: does the database answer, within two seconds? And readiness, for the proxy in front."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.business_day import utc_now

TIME_LIMIT = 2.0  # seconds
WORDS = ("ok", "error")
STARTED = time.monotonic()


class ChecksSerializer(serializers.Serializer[Any]):
    """What was looked at; `uptime` is in seconds."""

    database = serializers.ChoiceField(WORDS)
    uptime = serializers.IntegerField()


class HealthSerializer(serializers.Serializer[Any]):
    """Whether to send traffic here."""

    status = serializers.ChoiceField(WORDS)
    timestamp = serializers.DateTimeField()
    checks = ChecksSerializer()


class DatabaseCheck:
    """Asks the database in a thread that can be left behind: a frozen database never answers, nor ever fails."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "health-database")
        self._asked: Future[bool] | None = None

    def passes(self) -> bool:
        """Whether the database answers in time. While an older question hangs, no new one is asked."""
        if self._asked is None or self._asked.done():
            self._asked = self._thread.submit(_answers)
        try:
            return self._asked.result(TIME_LIMIT)
        except TimeoutError:
            return False


def _answers() -> bool:
    # Twice, because the first may only find that its old connection did not outlive a restart of the database.
    return _answers_now() or _answers_now()


def _answers_now() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        connection.close()
        return False
    return True


database_check = DatabaseCheck()


class Health(APIView):
    """Health."""

    authentication_classes = ()
    permission_classes = ()

    @extend_schema(operation_id="health", responses={200: HealthSerializer, 503: HealthSerializer}, auth=[])
    def get(self, request: Request) -> Response:
        """200 when the database answers within two seconds, else 503."""
        healthy = database_check.passes()
        word = "ok" if healthy else "error"
        body = {
            "status": word,
            "timestamp": utc_now().replace(microsecond=0),
            "checks": {"database": word, "uptime": int(time.monotonic() - STARTED)},
        }
        return Response(body, status=200 if healthy else 503, headers={"Cache-Control": "no-store"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the proxy should send new requests here: 503 while an operator drains this server.

    It does not ask the database: without one, our own answer (503 with a code) serves a tablet better than the proxy's.
    """
    draining = settings.DRAIN_FILE.exists()
    return HttpResponse(status=503 if draining else 204, headers={"Cache-Control": "no-store"})
