"""gunicorn's settings: `gunicorn -c tableorder/gunicorn.py tableorder.asgi:application`."""

import os

bind = f"{os.environ.get('HOST', '0.0.0.0')}:{os.environ.get('PORT', '3000')}"  # noqa: S104 # tablets come from outside
worker_class = "uvicorn_worker.UvicornWorker"
# SQLite has one writer; two processes would only wait for each other in its busy handler.
on_sqlite = os.environ.get("DATABASE_URL", "sqlite").startswith("sqlite")
workers = 1 if on_sqlite else int(os.environ.get("WEB_CONCURRENCY", "2"))
timeout = 60
graceful_timeout = 20
keepalive = 75
loglevel = os.environ.get("LOG_LEVEL", "info")
control_socket_disable = True
