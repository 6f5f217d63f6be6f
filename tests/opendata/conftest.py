"""Files as a trainer would have them."""

from pathlib import Path

import pytest

RAW = Path(__file__).parent / "raw"
RECORDED = Path(__file__).parent / "recorded"


@pytest.fixture
def raw():
    return RAW


@pytest.fixture
def recorded():
    return RECORDED


@pytest.fixture
def saved(tmp_path):
    """Save a file as some program would."""

    def save(text, name="download.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return save
