"""A photograph is made anew: small, upright, and with nothing beside the picture."""

import hashlib
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kit import picture
from kit.errors import RefusedError
from kit.picture import LONGEST_SIDE, MOST_BYTES, remade

SECRET = b"52.0907N 5.1214E Willemijn"


def file_of(form="JPEG", size=(80, 60), mode="RGB", colour="orange", **options):
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, form, **options)
    return out.getvalue()


def opened(body):
    return Image.open(io.BytesIO(remade(body)[1]))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_a_jpeg_named_after_what_is_in_it(form):
    name, made = remade(file_of(form))
    assert name == hashlib.sha256(made).hexdigest()
    with Image.open(io.BytesIO(made)) as found:
        assert (found.format, found.mode, found.size) == ("JPEG", "RGB", (80, 60))


def test_the_same_photo_has_the_same_name():
    assert remade(file_of()) == remade(file_of())


def test_what_stands_beside_the_picture_is_gone():
    exif = Image.Exif()
    exif[0x010F], exif[0x9286] = "Telefoon van Willemijn", SECRET.decode()
    found = opened(file_of(exif=exif, comment=SECRET))
    assert not found.getexif()
    assert set(found.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert SECRET not in remade(file_of(exif=exif, comment=SECRET))[1]


def test_what_comes_after_the_picture_is_gone():
    assert SECRET not in remade(file_of() + SECRET * 100)[1]


def test_a_photo_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(file_of(exif=exif, size=(80, 60))).size == (60, 80)


@pytest.mark.parametrize(
    ("size", "made"), [((3200, 1600), (1600, 800)), ((1000, 4000), (400, 1600)), ((1, 1), (1, 1))]
)
def test_a_large_photo_is_made_smaller(size, made):
    assert opened(file_of("PNG", size)).size == made
    assert max(opened(file_of("JPEG", size)).size) <= LONGEST_SIDE


@pytest.mark.parametrize(
    ("mode", "colour"),
    [
        ("RGBA", (0, 0, 0, 0)),
        ("LA", (0, 0)),
        ("P", 0),
        ("1", 1),
        ("L", 255),
        ("I;16", 65535),
        ("CMYK", (0, 0, 0, 0)),
    ],
)
def test_every_kind_of_picture_can_be_read_and_glass_is_white(mode, colour):
    form = "JPEG" if mode == "CMYK" else "PNG"
    options = {"transparency": 0} if mode == "P" else {}
    found = opened(file_of(form, (9, 9), mode, colour, **options))
    assert found.mode == "RGB"
    assert min(found.getpixel((4, 4))) > 250


def bomb(width, height):
    """Return a PNG of few bytes that says it is huge."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 7) // 8 + 1) * min(height, 2000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


TOO_LARGE = {
    "more bytes than are read": lambda: bytes(MOST_BYTES + 1),
    "more pixels than are unpacked": lambda: bomb(6000, 5000),
    "a bomb that Pillow warns of": lambda: bomb(12_000, 9_000),
    "a bomb that Pillow refuses": lambda: bomb(65_000, 65_000),
}


@pytest.mark.parametrize("what", TOO_LARGE)
def test_a_photo_that_is_too_large_is_not_unpacked(what, monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(RefusedError, match="too large") as refused:
        remade(TOO_LARGE[what]())
    assert refused.value.code == "photo_too_large"


GIF = io.BytesIO()
Image.new("P", (9, 9)).save(GIF, "GIF")
DAMAGED = {
    "nothing": b"",
    "a text": b"hallo",
    "a page": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "a program": b"\x7fELF" + bytes(200),
    "half a JPEG": file_of(size=(400, 400))[:500],
    "half a PNG": file_of("PNG", (400, 400))[:60],
    "a PNG with a wrong sum": file_of("PNG").replace(b"IDAT", b"IDAX"),
    "half a WebP": file_of("WEBP", (400, 400))[:40],
    "a kind that is not taken": GIF.getvalue(),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_what_is_no_photo_is_refused_with_a_sentence(what):
    with pytest.raises(RefusedError, match="can be read") as refused:
        remade(DAMAGED[what])
    assert refused.value.code == "bad_photo"
    assert "lezen" in refused.value.say("nl")


@given(st.binary(max_size=300), st.integers(0, 600), st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_no_file_breaks_it(noise, place, form):
    whole = file_of(form)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(picture, "QUALITY", 20)
        try:
            name, _ = remade(whole[: place % len(whole)] + noise + whole[place % len(whole) + len(noise) :])
        except RefusedError as refusal:
            name = refusal.code
    assert len(name) == 64 or name in {"bad_photo", "photo_too_large"}
