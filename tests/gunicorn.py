"""The server's own settings, but that its processes run their exit handlers: coverage writes its data there."""

import signal
import sys

from tableorder.gunicorn import *  # noqa: F403 # these are those settings


def post_worker_init(_worker: object) -> None:
    """uvicorn ends by raising the signal again, which by default ends the process on the spot."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
