"""Copies of shipped cases to change."""

import re
import shutil

from kit import paths


def without_figures(folder):
    """Lay a copy of Zonnehoek in a folder, without its tables and charts; return the folder."""
    shutil.copytree(paths.cases_dir() / "zonnehoek", folder)
    shutil.rmtree(folder / "data")
    file = folder / "case.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?ms)^(tables|charts):\n.*?(?=^\S)", "", text), encoding="utf-8")
    return folder
