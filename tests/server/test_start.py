"""What a server does not spend its start on."""

import subprocess
import sys

LOADED = "import sys, kit.server.app; print('rfc3987_syntax' in sys.modules, 'jsonschema' in sys.modules)"
AFTER = (
    "import kit.server, rfc3987_syntax; print(rfc3987_syntax.is_valid_syntax('iri', 'https://plein.nl/é'))"
)


def said(program):
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()


def test_no_grammar_is_compiled_that_nobody_asks_for():
    assert said(LOADED) == ["False", "True"]


def test_whoever_asks_for_it_still_gets_it():
    assert said(AFTER) == ["True"]
