"""The server's own settings, with another build of the SPA: CLIENT_BUILD names its folder."""

import os
from pathlib import Path

from tableorder.settings import *  # noqa: F403 # these are those settings

CLIENT_ROOT = WHITENOISE_ROOT = Path(os.environ["CLIENT_BUILD"])
