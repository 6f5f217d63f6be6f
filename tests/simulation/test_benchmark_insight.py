"""The benchmark of the insights still runs and asks every question; how long it takes is not tested."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

INSIGHT = Path(__file__).parents[2] / "benchmarks" / "insight.py"
PATIENCE = 240


@pytest.mark.slow
def test_a_small_crowd_is_asked_everything(tmp_path):
    file = tmp_path / "insight.json"
    small = ["--participants", "60", "--repeat", "1", "--slower", "1000"]
    command = [sys.executable, str(INSIGHT), *small, "--json", str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["rows"]["votes"] == 60 * (50 + 6)
    assert found["rows"]["placements"] == 60 * 6 * 2
    assert {"participants", "answers", "seats", "cards"} <= found["rows"].keys()
    assert found["seconds"].keys() >= {"all frames", "who met whom", "change per item"}
    assert {"seats for 200 people, 3 rounds", "similar cards among 300"} <= found["seconds"].keys()
    assert found["limits"].keys() == found["seconds"].keys()
    assert set(found["limits"].values()) == {1, 2}
    assert "ranking: approval" in done.stdout
    count = len(found["seconds"])
    assert f"{count} of {count} within their limit" in done.stdout


@pytest.mark.slow
def test_what_takes_too_long_ends_with_an_error():
    small = ["--participants", "12", "--repeat", "1", "--slower", "0"]
    done = subprocess.run([sys.executable, str(INSIGHT), *small], check=False, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert "MISSED" in done.stdout


def test_too_few_participants_are_named():
    command = [sys.executable, str(INSIGHT), "--participants", "2"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--participants: 10 or more" in done.stderr
