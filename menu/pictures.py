"""Pictures of items: an upload is believed only by its content, drawn anew in two sizes, and removed when replaced."""

import io
import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.encoding import filepath_to_uri
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from menu.models import MenuItem

    AnyContentFile = ContentFile[bytes]
else:  # Django's own class takes no type parameter at run time
    AnyContentFile = ContentFile

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
TOO_MANY_PIXELS = _("The picture has more than 40 million pixels.")
NO_PICTURE = _("This is not a JPEG, PNG or WebP picture.")

# The sheet of an item shows the large one, cards and lists the small one. Both are 4:3, as the cards are.
LARGE, SMALL = (1200, 900), (480, 360)
LARGE_END, SMALL_END = "-large.webp", "-small.webp"
QUALITY = 80


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
        raise ValidationError(NO_PICTURE) from problem
    finally:
        picture.seek(0)


class DrawnPicture(AnyContentFile):
    """An upload drawn anew: its content is the large WebP, `small` the small one."""

    def __init__(self, large: bytes, small: bytes) -> None:
        super().__init__(large, name=f"picture{LARGE_END}")
        self.small = small


def draw_picture(upload: "File[bytes]") -> DrawnPicture:
    """Turn the upload upright, cut it to 4:3 and shrink it; nothing that a camera wrote beside it stays.

    Raises ValidationError for what is no picture, or only half of one.
    """
    validate_picture(upload)
    try:
        with Image.open(upload, formats=FORMATS) as opened:
            opened.draft("RGB", (2 * LARGE[0], 2 * LARGE[1]))  # a camera's JPEG is unpacked no larger than needed
            upright = _in_plain_colours(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError, EOFError) as problem:
        raise ValidationError(NO_PICTURE) from problem
    return DrawnPicture(_encoded(upright, LARGE), _encoded(upright, SMALL))


def keep_picture(*, store_id: uuid.UUID, picture: DrawnPicture) -> str:
    """Store both sizes under a new name in the store's folder; return the large one's."""
    stem = f"menu/{store_id}/{uuid.uuid4().hex}"
    default_storage.save(f"{stem}{SMALL_END}", ContentFile(picture.small))
    return default_storage.save(f"{stem}{LARGE_END}", picture)


def copy_picture(*, store_id: uuid.UUID, name: str) -> str:
    """Copy the files of a picture, under a new name in the store's folder; return it. A lost file has no copy."""
    end = LARGE_END if small_of(name) else PurePath(name).suffix
    stem = f"menu/{store_id}/{uuid.uuid4().hex}"
    copies = {name: f"{stem}{end}", small_of(name): f"{stem}{SMALL_END}"}
    if not all(default_storage.exists(source) for source in copies if source):
        return ""
    for source, copy in copies.items():
        if source:
            with default_storage.open(source) as content:
                default_storage.save(copy, content)
    return f"{stem}{end}"


def small_of(name: str | None) -> str | None:
    """The small size's name; None for a picture that has none, such as the demo store's drawings."""
    return name.removesuffix(LARGE_END) + SMALL_END if name and name.endswith(LARGE_END) else None


def url_of(name: str) -> str:
    """A picture's address, as its storage says it; that takes ten times as long, and a menu has thousands."""
    return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"


def remove_picture_after_commit(item: "MenuItem", name: str) -> None:
    """Remove the files of a picture that `item` no longer has, unless the transaction fails or another item has it.

    Only what was uploaded goes: the demo store's drawings are shared and lie elsewhere.
    """
    if name.startswith(f"menu/{item.store_id}/"):
        transaction.on_commit(lambda: _remove(type(item), name), robust=True)


def _remove(model: "type[MenuItem]", name: str) -> None:
    if not model.objects.filter(image=name).exists():
        for file in (name, small_of(name)):
            if file:
                default_storage.delete(file)


def _in_plain_colours(picture: Image.Image) -> Image.Image:
    """In sRGB, which is what a picture without a profile is taken for; on white where it was transparent."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode == "RGB":
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            picture = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB")) or picture
        except ImageCms.PyCMSError:
            pass  # a broken profile: the colours are a little off, the picture is there
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _encoded(picture: Image.Image, most: tuple[int, int]) -> bytes:
    """The middle of the picture, 4:3, as a WebP no larger than `most` and never blown up."""
    width = min(most[0], picture.width, picture.height * 4 // 3) or 1
    fitted = ImageOps.fit(picture, (width, max(1, round(width * 3 / 4))), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    fitted.save(file, "WEBP", quality=QUALITY, method=4)
    return file.getvalue()
