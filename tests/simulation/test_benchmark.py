"""The benchmark still runs, and finds nothing lost and nothing double."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HALL = Path(__file__).parents[2] / "benchmarks" / "hall.py"
PATIENCE = 240


@pytest.mark.slow
def test_a_small_hall_is_measured_whole(tmp_path):
    file = tmp_path / "hall.json"
    command = [sys.executable, str(HALL), "--phones", "10", "--rate", "50", "--brief", "--json", str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    found = json.loads(file.read_text(encoding="utf-8"))
    ours = found["leefkit"]
    assert (ours["lost"], ours["double"], ours["refused"]) == (0, 0, 0)
    assert not {key: one for key, one in ours.items() if key.endswith("_ms") and not one["max"] > 0}
    assert {"vote_on_wall_ms", "vote_in_kernel_ms", "return_ms", "steady_ms"} <= ours.keys()
    assert found["floor"]["steady_per_s"] > 0
    assert ours["page_requests"] <= 4
    assert ours["page_bytes"] <= 60_000
    assert "durable votes/s, steady" in done.stdout


def test_too_few_phones_are_named():
    command = [sys.executable, str(HALL), "--phones", "2"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--phones: 5 or more" in done.stderr
