"""Asks a server whether it is well: `python -m tableorder.probe [HOST:PORT]`, for the container's health check."""

import http.client
import os
import sys

TIME_LIMIT = 3.0  # seconds; the server itself gives the database two


def is_healthy(address: str) -> bool:
    """Whether the server at host:port answers, and says that it is well."""
    connection = http.client.HTTPConnection(address, timeout=TIME_LIMIT)
    try:
        connection.request("GET", "/api/v1/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False


if __name__ == "__main__":
    own = f"127.0.0.1:{os.environ.get('PORT', '3000')}"
    sys.exit(0 if is_healthy(sys.argv[1] if sys.argv[1:] else own) else 1)
