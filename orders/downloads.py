"""Long downloads, bounded: one for a store at a time, and few in a process.

Their pieces are made in the threads that serve everybody (tableorder/bridge.py): each holds one for some milliseconds
and then lets others go first. A download that stands still gives its place up to whoever comes next.
"""

import threading
import time
import uuid
from collections.abc import Iterator

MOST = 2  # in a process
STANDS_STILL = 30.0  # seconds

_lock = threading.Lock()
_running: dict[uuid.UUID, "Download"] = {}


class Download(Iterator[bytes]):
    """The pieces of a file, while it has its place."""

    def __init__(self, store_id: uuid.UUID, pieces: Iterator[bytes]) -> None:
        self._store_id, self._pieces = store_id, pieces
        self.last_asked = time.monotonic()

    def __next__(self) -> bytes:
        """The next piece; raise where another download has taken the place, so that the browser sees it fail."""
        if _running.get(self._store_id) is not self:
            raise TimeoutError("The download stood still, and another one took its place.")
        self.last_asked = time.monotonic()
        return next(self._pieces)

    def close(self) -> None:
        """Make room. Django calls this when the response ends, however it ends."""
        with _lock:
            if _running.get(self._store_id) is self:
                del _running[self._store_id]


def begin_download(store_id: uuid.UUID, pieces: Iterator[bytes]) -> Download | None:
    """A download of the store's; None while there is no room."""
    with _lock:
        still = [key for key, download in _running.items() if time.monotonic() - download.last_asked > STANDS_STILL]
        for key in still:
            del _running[key]
        if store_id in _running or len(_running) >= MOST:
            return None
        _running[store_id] = made = Download(store_id, pieces)
        return made
