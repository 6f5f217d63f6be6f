"""The page about insight: its examples run on a workshop, and it names what is there."""

import importlib
import re
from pathlib import Path

import pytest

import kit
from tests._hall import step
from tests.activities._survey import AGREE, answer, survey

PAGE = (Path(__file__).parents[2] / "docs" / "insight.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
HOMES = ("politie", "politie", "politie", "school", "school", "school", "bewoners")


@pytest.fixture
def workshop(halls, monkeypatch):
    """A workshop in which seven people voted, placed cards, and answered twice."""
    hall = halls(
        survey("voor", "before"),
        step("bedenken"),
        step("stemmen", "ballot", source="bedenken", dots=3),
        step("volgorde", "ballot", source="bedenken", method="ranking"),
        step("kiezen", "grid", source="bedenken", grid="impact-effort"),
        survey("nameting", "after"),
    )
    people = [hall.join(home) for home in HOMES]
    ties = {
        who: {f"N2:{one}": 1 for one in {*HOMES} - {home}} for who, home in zip(people, HOMES, strict=True)
    }
    for name, value in (("voor", 3), ("nameting", 4)):
        hall.start(name)
        for who in people:
            reached = ties[who] if name == "nameting" else dict.fromkeys(ties[who], 0)
            answer(hall, who, name, **dict.fromkeys(AGREE, value), **reached)
        hall.trainer("close", step=name)
        if name == "nameting":
            break
        hall.start("bedenken")
        first = [hall.card(people[0], f"idee {n}", name="bedenken") for n in range(3)]
        hall.card(people[3], "daarop", name="bedenken", parent=first[0])
        for ballot in ("stemmen", "volgorde"):
            hall.start(ballot)
            for who in people:
                hall.vote(who, name=ballot, k1=1, k2=2)
        hall.start("kiezen")
        for n, who in enumerate(people):
            hall.by(who, "place_card", step="kiezen", card="k1", x=1 + n % 5, y=3)
    monkeypatch.setattr(
        kit.Workshop, "open", lambda _path, *, read_only: hall.workshop if read_only else None
    )
    read = kit.Workshops.open
    monkeypatch.setattr(kit.Workshops, "open", lambda _folder: read(hall.path.parent))
    return hall.workshop


def test_the_examples_run(workshop):
    names = {}
    for example in EXAMPLES:
        exec(example, names)  # noqa: S102 - the page's own words
    assert names["workshop"] is workshop
    assert names["table"]["card"].tolist() == ["k2", "k1"]
    assert names["found"].n == 7
    assert names["per_item"]["up"].tolist() == [7] * 8
    assert names["near"].tolist() == pytest.approx([1, 1, 1])
    assert names["paid"]["part"].sum() == pytest.approx(names["paid"]["card"].nunique())
    assert names["new"][["organisation", "other"]].to_numpy().tolist() == [["politie", "school"]]
    assert names["rate"] == pytest.approx(1 / 4)
    assert names["rounds"].empty
    assert names["told"]["n"].tolist() == [7]
    assert "niets om een gemiddelde van te maken" in names["figure"].view.says
    assert names["register"].empty


def test_every_question_has_an_example():
    sections = re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert sections
    assert all(title.endswith("?") and "```python" in body for title, body in sections)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(kit\.insight\.\w+\.\w+)`", PAGE))))
def test_what_the_page_names_is_there(name):
    module, _, function = name.rpartition(".")
    assert hasattr(importlib.import_module(module), function)
