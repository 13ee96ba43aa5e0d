"""Signing keys: from the environment, or made once and kept in a private file while developing."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

MINIMUM_BYTES = 32


def signing_key(name: str, *, production: bool, folder: Path) -> str:
    """Return the key called `name`; refuse a short one, and a missing one in production."""
    value = os.environ.get(name, "")
    if not value and production:
        raise ImproperlyConfigured(f"{name} is not set. Production needs {MINIMUM_BYTES} random bytes in it.")
    if value and len(value.encode()) < MINIMUM_BYTES:
        raise ImproperlyConfigured(f"{name} is shorter than {MINIMUM_BYTES} bytes.")
    return value or _kept_in_file(folder / f"{name.lower()}.txt")


def _kept_in_file(path: Path) -> str:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    # Two first starts at once (a server and a command) must agree: only one can create the file,
    # and it appears under its name with the key already in it.
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
