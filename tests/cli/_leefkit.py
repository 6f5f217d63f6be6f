"""The command as a person runs it, in this process: what it prints, and the code it ends with."""

import msgspec
import pytest

from kit.cli import main


class Ran(msgspec.Struct):
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return msgspec.json.decode(self.out)


@pytest.fixture
def leefkit(capsys, monkeypatch):
    """Run `leefkit` with arguments, through its own entry point."""
    monkeypatch.setenv("LEEFKIT_DEBUG", "")

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["leefkit", *map(str, arguments)])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ending:
            code = ending.code or 0
        return Ran(code, *capsys.readouterr())

    return run
