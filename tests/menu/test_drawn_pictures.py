"""What a camera took is stored as two plain 4:3 pictures."""

import io
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from menu.models import MenuItem
from menu.pictures import LARGE, SMALL, DrawnPicture, copy_picture, draw_picture, keep_picture, small_of

RED, BLUE = (200, 0, 0), (0, 0, 200)


def upload(picture: Image.Image, kind: str = "JPEG", **options: Any) -> Any:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return ContentFile(file.getvalue(), "photograph")


def opened(content: Any) -> Image.Image:
    return Image.open(io.BytesIO(content if isinstance(content, bytes) else content.read()))


def drawn(picture: Image.Image, kind: str = "JPEG", **options: Any) -> DrawnPicture:
    return draw_picture(upload(picture, kind, **options))


def looks_like(pixel: Any, colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(pixel, colour, strict=True))


def test_a_large_photograph_becomes_two_webp_pictures() -> None:
    made = drawn(Image.new("RGB", (4000, 3000), RED))
    large, small = opened(made), opened(made.small)
    assert (large.format, large.size, small.format, small.size) == ("WEBP", LARGE, "WEBP", SMALL)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((800, 600), (800, 600)), ((1000, 400), (533, 400)), ((300, 900), (300, 225)), ((1, 1), (1, 1))],
)
def test_a_smaller_one_is_cut_to_4_by_3_and_never_blown_up(size: tuple[int, int], expected: tuple[int, int]) -> None:
    assert opened(drawn(Image.new("RGB", size, RED), "PNG")).size == expected


def test_the_middle_is_kept() -> None:
    wide = Image.new("RGB", (2400, 900), BLUE)
    wide.paste(RED, (600, 0, 1800, 900))
    large = opened(drawn(wide)).convert("RGB")
    assert all(looks_like(large.getpixel((x, 450)), RED) for x in (20, 600, 1180))


def test_a_picture_that_the_camera_calls_turned_is_turned_upright() -> None:
    sideways = Image.new("RGB", (900, 1200), RED)
    sideways.paste(BLUE, (0, 600, 900, 1200))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, clockwise
    large = opened(drawn(sideways, exif=exif.tobytes())).convert("RGB")
    assert large.size == LARGE
    assert looks_like(large.getpixel((100, 450)), BLUE)
    assert looks_like(large.getpixel((1100, 450)), RED)


def test_nothing_that_the_camera_wrote_beside_the_picture_stays() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    made = drawn(Image.new("RGB", (1200, 900), RED), exif=exif.tobytes())
    for content in (made.read(), made.small):
        assert opened(content).getexif() == {}
        assert b"A camera" not in content


def test_what_is_transparent_becomes_white_and_odd_kinds_of_colour_are_taken() -> None:
    clear = opened(drawn(Image.new("RGBA", (400, 300), (0, 0, 0, 0)), "PNG")).convert("RGB")
    assert looks_like(clear.getpixel((200, 150)), (255, 255, 255))
    for mode, kind in (("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("I;16", "PNG")):
        assert opened(drawn(Image.new(mode, (400, 300)), kind)).size == (400, 300)


def test_half_a_picture_is_refused() -> None:
    content = upload(Image.effect_noise((800, 600), 50).convert("RGB")).read()
    with pytest.raises(ValidationError):
        draw_picture(ContentFile(content[: len(content) // 2], "half.jpg"))


def test_both_sizes_are_kept_and_copied_under_new_names_in_the_store_s_folder(stew: MenuItem) -> None:
    made = drawn(Image.new("RGB", (1200, 900), RED))
    name = keep_picture(store_id=stew.store_id, picture=made)
    copy = copy_picture(store_id=stew.store_id, name=name)
    assert len({name, copy}) == 2
    for each in (name, copy):
        assert each.startswith(f"menu/{stew.store_id}/")
        with default_storage.open(each) as large, default_storage.open(str(small_of(each))) as small:
            assert (opened(large).size, opened(small).size) == (LARGE, SMALL)


def test_a_drawing_of_the_demo_has_no_small_size_and_is_copied_as_it_is(stew: MenuItem) -> None:
    name = default_storage.save("menu/demo/soup.svg", ContentFile(b"<svg/>"))
    copy = copy_picture(store_id=stew.store_id, name=name)
    assert small_of(name) is None
    assert copy.endswith(".svg")
    with default_storage.open(copy) as drawing:
        assert drawing.read() == b"<svg/>"


def test_a_file_that_is_lost_has_no_copy(stew: MenuItem) -> None:
    assert copy_picture(store_id=stew.store_id, name="menu/gone-large.webp") == ""
