"""The built front end asks nothing of the outside and of nothing but itself."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "kit" / "static"
# A name space is a name, not an address: nothing is fetched from it.
NAMES = ("http://www.w3.org/",)


def bundles(suffix):
    return sorted(STATIC.glob(f"*{suffix}"))


@pytest.mark.parametrize("bundle", ["phone.js", "screens.js", "widget.js"])
def test_there_is_a_bundle_for_each_host(bundle):
    assert (STATIC / bundle).is_file(), "run `make front`"


PART = re.compile(r"""\bimport\("\./phone-\w+-[A-Z0-9]{8}\.js"\)""")


def test_a_bundle_stands_alone():
    """A notebook gets widget.js as text: an import of another file would have no place to come from.

    Only the phone's page, which is always served, fetches its parts.
    """
    for path in bundles(".js"):
        text = PART.sub("", path.read_text(encoding="utf-8"))
        assert not re.search(r"""(?:^|[;}\n])import\s*(?:["'{*]|\w+\s+from)""", text), path.name
        assert not re.search(r"""(?<![\w.$])import\(""", text), path.name


def test_a_widget_exports_how_to_render_it():
    text = (STATIC / "widget.js").read_text(encoding="utf-8")
    assert re.search(r"export\{[^}]*\bas default\b|export default", text)


def test_a_bundle_names_no_address():
    for path in [*bundles(".js"), *bundles(".css")]:
        addresses = re.findall(r"""(?:https?:)?//[\w-]+\.[\w./-]+""", path.read_text(encoding="utf-8"))
        foreign = [address for address in addresses if not address.startswith(NAMES)]
        assert not foreign, f"{path.name} names {foreign}"


def test_a_style_sheet_fetches_nothing():
    for path in bundles(".css"):
        text = path.read_text(encoding="utf-8")
        assert "@import" not in text, path.name
        assert not re.search(r"url\((?!['\"]?data:)", text), path.name
