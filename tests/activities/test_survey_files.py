"""A survey in a programme, and the item banks that it may ask."""

import pytest

from kit import paths
from kit.activities import check_programme
from kit.activities.survey_items import MOMENTS, Items
from kit.errors import InputError
from tests._hall import programme
from tests.activities._survey import SHORT, answer, rows, survey, view


class TestSettings:
    """A programme that can't work is refused."""

    @pytest.mark.parametrize(
        ("steps", "said"),
        [
            (
                [survey("a", "before", "colaboration")],
                r"item bank 'colaboration': no such item bank; did you mean 'collaboration'\?",
            ),
            ([survey("a", "before", per="team")], r"\(a\): per: everyone answers a survey alone"),
            ([survey("a", "before", hidden=True)], r"\(a\): hidden: the answers of a survey are never shown"),
            (
                [survey("a", "after")],
                r"\(a\): moment: no earlier step asks 'collaboration' before; add one to compare with",
            ),
            (
                [survey("a", "before"), survey("b", "before")],
                r"\(b\): moment: step 'a' asks 'collaboration' at moment 'before' already",
            ),
            (
                [survey("a", "before"), survey("b", "followup"), survey("c", "after")],
                r"\(c\): moment: step 'b' asks 'collaboration' at moment 'followup' already",
            ),
            (
                [survey("a", "before"), survey("b", "after", anonymous=False)],
                r"\(b\): anonymous: must be as in step 'a', or the answers can't be paired",
            ),
            ([survey("a", "befor")], r"'befor' is not one of the choices; did you mean 'before'\?"),
        ],
    )
    def test_a_mistake_is_named(self, steps, said):
        with pytest.raises(InputError, match=said):
            check_programme(programme(*steps), "eigen.yaml")

    def test_two_banks_may_be_asked_in_one_programme(self):
        both = [survey(f"{moment}-{bank}", moment, bank) for moment in ("before", "after")
                for bank in ("collaboration", "collaboration-short")]  # fmt: skip
        assert set(check_programme(programme(*both), "eigen.yaml")) == {
            "items/collaboration",
            "items/collaboration-short",
        }

    def test_more_than_one_follow_up_is_fine(self):
        steps = [survey("a", "before"), survey("b", "followup"), survey("c", "followup")]
        assert check_programme(programme(*steps), "eigen.yaml")

    def test_who_is_named_is_paired_by_who_they_are(self, halls):
        hall = halls(survey("a", "before", anonymous=False), survey("b", "followup", anonymous=False))
        hall.join("school")
        hall.start("a")
        answer(hall, "p1", "a", A1=3)
        hall.start("b")
        answer(hall, "p1", "b", A1=4)
        assert [(row["participant"], row["organisation"]) for row in rows(hall)] == [("p1", "school")] * 2
        assert view(hall, "b")["code"] is None
        assert hall.mine("p1").code is None


class TestBanks:
    """The item banks that ship, and mistakes in one's own."""

    @pytest.mark.parametrize("name", ["collaboration", "collaboration-short"])
    def test_a_bank_is_complete_in_both_languages(self, name):
        bank = Items.load(name)
        texts = [bank.title, bank.summary, *bank.intro.values(), *(one.title for one in bank.sets)]
        texts += [text for item in bank.items for text in (item.text, item.construct)]
        texts += [one.label for scale in bank.scales.values() for one in scale.choices]
        assert all(text.get("nl") and text.get("en") for text in texts)
        assert set(bank.intro) == set(MOMENTS)
        assert "not a validated scale" in bank.source

    def test_the_short_bank_is_part_of_the_long_one(self):
        long, short = Items.load("collaboration"), Items.load("collaboration-short")
        assert [one.id for one in short.items] == list(SHORT)
        assert all(long.item(one.id) == one for one in short.items)

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (
                "scale: agree",
                "scale: agre",
                r"items\[0\] \(A1\): scale: there is no 'agre'; did you mean 'agree'\?",
            ),
            ("set: A", "set: X", r"items\[0\] \(A1\): set: there is no 'X'; expected one of: A, L"),
            ("- id: A4", "- id: A1", r"items\[1\].id: 'A1' is used twice"),
            ("- id: A4", "- id: 'A:4'", r"items\[1\].id: 'A:4' won't do; give a short name without a colon"),
            ("{value: 2,", "{value: 7,", r"scales.agree: list two choices or more, each with a higher value"),
            ("    set: A", "    looks_back: Q\n    set: A", r"looks_back: there is no set 'Q'"),
            ("    set: A", "    moments: []\n    set: A", r"\(A1\): moments is empty"),
            ("    set: A", "    moments: [befor]\n    set: A", "'befor' is not one of the choices"),
        ],
    )
    def test_a_mistake_in_a_bank_is_named(self, tmp_path, old, new, said):
        text = (paths.programmes_dir() / "items" / "collaboration-short.yaml").read_text(encoding="utf-8")
        file = tmp_path / "eigen.yaml"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(InputError, match=said):
            Items.load(file)
