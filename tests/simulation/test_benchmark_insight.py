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
    command = [sys.executable, str(INSIGHT), "--participants", "60", "--repeat", "1", "--json", str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["rows"]["votes"] == 60 * (50 + 6)
    assert found["rows"]["placements"] == 60 * 6 * 2
    assert {"participants", "answers", "seats", "cards"} <= found["rows"].keys()
    assert found["seconds"].keys() >= {"all frames", "who met whom", "change per item"}
    assert "ranking: approval" in done.stdout


def test_too_few_participants_are_named():
    command = [sys.executable, str(INSIGHT), "--participants", "2"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--participants: 10 or more" in done.stderr
