"""The project's settings, with what only tests want."""

import atexit
import shutil
import tempfile
from pathlib import Path

from tableorder.settings import *  # noqa: F403 # these are those settings
from tableorder.settings import DATABASES, STORAGES

SCRATCH = Path(tempfile.mkdtemp(prefix="tableorder-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

# A password is checked in nearly every test: no need to make that slow.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MEDIA_ROOT = SCRATCH / "media"
STATIC_ROOT = SCRATCH / "static"
CLIENT_ROOT = WHITENOISE_ROOT = SCRATCH / "client"
for folder in (MEDIA_ROOT, STATIC_ROOT, CLIENT_ROOT):
    folder.mkdir()
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, because threads and WAL need one, as in real life.
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}
