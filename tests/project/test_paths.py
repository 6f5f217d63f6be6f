"""The data files are found in a checkout and in a wheel."""

import pytest

from kit import paths


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        (paths.cases_dir, "*/case.y*ml"),
        (paths.notebooks_dir, "trainer.ipynb"),
        (paths.programmes_dir, "design-thinking-kort.yaml"),
        (paths.programmes_dir, "canvases/*.yaml"),
        (paths.locale_dir, "nl/LC_MESSAGES/leefkit.po"),
        (paths.static_dir, "phone.js"),
    ],
)
def test_a_folder_of_the_checkout_holds_what_it_should(folder, pattern):
    assert list(folder().glob(pattern))


def test_a_wheel_carries_cases_and_notebooks_in_the_package(tmp_path, monkeypatch):
    (tmp_path / "_data" / "cases").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert paths.cases_dir() == tmp_path / "_data" / "cases"
    assert paths.notebooks_dir() == tmp_path.parent / "notebooks"
