"""What names a release is asked for again each time; what carries its name is kept for good."""

from wsgiref.headers import Headers

import pytest
from django.conf import settings
from whitenoise import WhiteNoise


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("/sw.js", "no-cache"),
        ("/manifest.webmanifest", "no-cache"),
        ("/icons/192.png", "max-age=0"),
        ("/assets/index-aB3_cD-9.js", "max-age=0"),
    ],
)
def test_the_worker_and_the_manifest_are_never_kept(url: str, kept: str) -> None:
    headers = Headers([("Cache-Control", "max-age=0")])
    settings.WHITENOISE_ADD_HEADERS_FUNCTION(headers, "", url)
    assert headers["Cache-Control"] == kept


def test_the_manifest_is_served_as_one() -> None:
    served = WhiteNoise(lambda *_: [], mimetypes=settings.WHITENOISE_MIMETYPES)
    assert served.media_types.get_type("manifest.webmanifest") == "application/manifest+json"
