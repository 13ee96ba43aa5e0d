"""One large file at a time in a process: ten thousand rows keep a processor busy for seconds, and the few threads are
there for guests.
"""

import threading
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
_turn = threading.Lock()


def one_at_a_time(back: str) -> Callable[[View], View]:
    """Whoever comes while another file is worked on is led to the page named `back`, and asked to try again."""

    def around(view: View) -> View:
        @wraps(view)
        def in_turn(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not _turn.acquire(blocking=False):
                messages.warning(request, _("Another file is being worked on just now. Try again in a few seconds."))
                return HttpResponseRedirect(reverse(back))
            try:
                return view(request, *args, **kwargs)
            finally:
                _turn.release()

        return cast("View", in_turn)

    return around
