"""Photographs as they come in: checked, made smaller, and made anew, so that only the picture is left."""

from __future__ import annotations

import hashlib
import io
from typing import Final

from PIL import Image, UnidentifiedImageError

from kit.errors import RefusedError
from kit.locale import N_

MOST_BYTES: Final = 8_000_000
"""Larger files are not read: a browser makes a photograph smaller before it sends it."""
MOST_PIXELS: Final = 25_000_000
"""A picture is looked at for its size before it is unpacked: a small file can hold a huge one."""
LONGEST_SIDE: Final = 1600
QUALITY: Final = 82
FORMATS: Final = ("JPEG", "PNG", "WEBP")
ORIENTATION: Final = 0x0112
_TURN = Image.Transpose
TURNS: Final = {
    2: _TURN.FLIP_LEFT_RIGHT, 3: _TURN.ROTATE_180, 4: _TURN.FLIP_TOP_BOTTOM, 5: _TURN.TRANSPOSE,
    6: _TURN.ROTATE_270, 7: _TURN.TRANSVERSE, 8: _TURN.ROTATE_90,
}  # fmt: skip
"""How a picture is turned upright, by what EXIF says of its orientation (tag 0x0112)."""


def remade(body: bytes) -> tuple[str, bytes]:
    """Return a photograph made anew as JPEG, with the digest of it as its name.

    What stands beside the picture, such as where and when it was taken and with which device, is gone. It is
    turned upright and its longest side is 1600 pixels at most.

    Args:
        body: A JPEG, PNG or WebP file, as somebody sent it.

    Raises:
        RefusedError: It is no such file, is damaged, or is too large.
    """
    if len(body) > MOST_BYTES:
        raise too_large()
    out = io.BytesIO()
    try:
        _picture(body).save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise too_large() from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        # Pillow has no error of its own for a damaged file: each format raises what it stumbles over.
        raise RefusedError(
            "bad_photo", N_("This is not a photo that can be read. Take it again, as JPEG or PNG.")
        ) from error
    made = out.getvalue()
    return hashlib.sha256(made).hexdigest(), made


def too_large() -> RefusedError:
    """Return what to say of a photograph that is too large to take."""
    return RefusedError("photo_too_large", N_("This photo is too large. Take it again with fewer pixels."))


def _picture(body: bytes) -> Image.Image:
    with Image.open(io.BytesIO(body), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise too_large()
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG can be unpacked at less than its full size
        try:
            turn = TURNS.get(opened.getexif().get(ORIENTATION) or 0)
        except Exception:  # noqa: BLE001 - odd notes of a camera are no reason to refuse its picture
            turn = None
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = opened if turn is None else opened.transpose(turn)
        if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
            sheet = Image.new("RGB", upright.size, "white")
            layer = upright.convert("RGBA")
            sheet.paste(layer, mask=layer)
            return sheet
        plain = Image.new("RGB", upright.size)  # a fresh picture: nothing of the file's own rides along
        plain.paste(upright.convert("RGB"))
        return plain
