"""How long browsers keep what WhiteNoise serves."""

from wsgiref.headers import Headers

NAMES_A_RELEASE = ("/sw.js", "/manifest.webmanifest")


def never_kept(headers: Headers, path: str, url: str) -> None:
    """Have browsers ask again for the tablet's service worker and manifest: they name a release's files."""
    if url in NAMES_A_RELEASE:
        headers["Cache-Control"] = "no-cache"
