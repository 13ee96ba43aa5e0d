"""Pictures that a manager uploads, believed only by their content."""

import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from menu.models import MenuItem

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
TOO_MANY_PIXELS = _("The picture has more than 40 million pixels.")


def picture_path(item: "MenuItem", filename: str) -> str:
    """A new name for every upload, so that browsers may keep each for good."""
    return f"menu/{item.store_id}/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


def validate_picture(picture: "File[bytes]") -> None:
    """Accept a JPEG, PNG or WebP of bounded size; what the name says does not count."""
    if picture.size > settings.PICTURE_BYTES:
        raise ValidationError(_("The picture is larger than 10 MB."))
    picture.seek(0)
    try:
        with Image.open(picture, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise ValidationError(TOO_MANY_PIXELS)
            opened.verify()
    except Image.DecompressionBombError as problem:
        # So many that Pillow refuses before we can look.
        raise ValidationError(TOO_MANY_PIXELS) from problem
    except (UnidentifiedImageError, OSError, SyntaxError) as problem:
        raise ValidationError(_("This is not a JPEG, PNG or WebP picture.")) from problem
    finally:
        picture.seek(0)
