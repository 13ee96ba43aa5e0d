"""Which build of the tablet's page this server serves."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings

FIRST_SCRIPT = re.compile(r"<script[^>]*\ssrc=\"[^\"]*-([\w-]{8})\.js\"")


def newest_build() -> str:
    """As a tablet names its own (client/src/tablet/version.ts); empty where the screens are not built."""
    page = Path(settings.CLIENT_ROOT) / "index.html"
    return _build_of(page, page.stat().st_mtime_ns) if page.is_file() else ""


@lru_cache(maxsize=1)
def _build_of(page: Path, _changed_at: int) -> str:
    found = FIRST_SCRIPT.search(page.read_text())
    return found[1] if found else ""
