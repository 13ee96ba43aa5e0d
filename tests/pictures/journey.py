"""One order in moving pictures, for the README: from the idle screen to the number, and onto the board."""

from pathlib import Path

from PIL import Image

STEPS = ("menu-empty-cart", "options", "menu", "confirm", "placed")
SIZE = (800, 500)
EACH = 1800  # milliseconds


def assemble(folder: Path, language: str) -> None:
    """Write order-journey-<language>.webp from the folder's pictures."""
    # A tablet rests in its store's own language.
    names = ["tablet-idle-ko", *(f"tablet-{step}-{language}" for step in STEPS), f"board-{language}"]
    frames = [
        Image.open(folder / f"{name}.png").convert("RGB").resize(SIZE, Image.Resampling.LANCZOS) for name in names
    ]
    path = folder / f"order-journey-{language}.webp"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=EACH, loop=0, quality=75, method=6)
