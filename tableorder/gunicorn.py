"""gunicorn's settings: `gunicorn -c tableorder/gunicorn.py tableorder.asgi:application`."""

import os

from uvicorn_worker import UvicornWorker


class Worker(UvicornWorker):  # type: ignore[misc] # it ships no types
    """uvicorn, which by itself waits without end for every reader to read."""

    # Streams end by themselves (tableorder/asgi.py). What is still open after this many seconds, more than a request
    # waits for a lock, belongs to a tablet that fell off the network.
    CONFIG_KWARGS = {**UvicornWorker.CONFIG_KWARGS, "timeout_graceful_shutdown": 6}


bind = f"{os.environ.get('HOST', '0.0.0.0')}:{os.environ.get('PORT', '3000')}"  # noqa: S104 # tablets come from outside
worker_class = Worker
# SQLite has one writer; two processes would only wait for each other in its busy handler.
on_sqlite = os.environ.get("DATABASE_URL", "sqlite").startswith("sqlite")
workers = 1 if on_sqlite else int(os.environ.get("WEB_CONCURRENCY", "2"))
timeout = 60
graceful_timeout = 20
keepalive = 75
loglevel = os.environ.get("LOG_LEVEL", "info")
control_socket_disable = True
