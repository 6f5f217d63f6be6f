"""The case as the room reads it."""

from copy import deepcopy

import pytest

from kit import charts
from kit.activities.briefing import markdown
from kit.case import Picture
from kit.charts import WIDE
from kit.model.people import Audience, Viewer
from kit.programme import Programme
from kit.workshop import Workshop
from tests._hall import Clock, case, code_of, programme, step
from tests.charts._neighbourhoods import chart, neighbourhoods, years

READ = step("read", "briefing", phase="open")


@pytest.fixture
def hall(halls):
    hall = halls(READ, step("ideas"))
    hall.trainer("go_to", step="read")
    return hall


def test_the_case_is_there_in_both_languages(hall):
    nl, en = (hall.shared("participant", lang=lang).view for lang in ("nl", "en"))
    assert (nl["activity"], nl["title"], en["title"]) == (
        "briefing", "Het plein van Zonnehoek", "The square in Zonnehoek"
    )  # fmt: skip
    for part in ("stakeholders", "quotes", "figures", "timeline"):
        assert len(nl[part]) == len(en[part]) > 2
        assert nl[part] != en[part]
    assert nl["html"].startswith("<")
    assert nl["html"] != en["html"]


def test_what_is_invented_says_so(hall):
    view = hall.shared("wall").view
    assert view["kind"] == "fictional"
    assert all(figure["invented"] or figure["source"] for figure in view["figures"])


def test_stakeholders_are_of_an_organisation_by_name(hall):
    names = {one.name["nl"] for one in hall.room.case.organisations}
    assert {who["organisation"] for who in hall.shared("wall").view["stakeholders"]} <= names


@pytest.mark.parametrize("role", ["participant", "team", "trainer", "wall", "results"])
def test_a_blind_spot_is_for_the_trainer_alone(hall, role):
    spots = [who["blind_spot"] for who in hall.shared(role).view["stakeholders"]]
    assert all(spots) if role == "trainer" else not any(spots)


def test_there_is_nothing_to_open_or_to_write(hall):
    person = hall.join()
    assert code_of(hall.trainer, "open", step="read") == "nothing_to_open"
    assert code_of(hall.by, person, "add_card", step="read", zone="x", text="x") == "unknown_step"
    assert hall.mine(person).view is None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een **vet** woord", "<p>Een <strong>vet</strong> woord</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>\n"),
        ('<img src=x onerror="alert(1)">', "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>\n"),
    ],
)
def test_a_text_of_a_case_can_not_run_anything(text, html):
    """A case may come from anybody; its text goes to every screen, the trainer's too."""
    assert markdown(text) == html


def test_a_picture_from_elsewhere_is_not_asked_for(tmp_path):
    """No request may leave the machine, whatever a case says."""
    other = deepcopy(case())
    other.situation = {"nl": "![foto](https://example.org/foto.png) en ![kaart](//example.org/kaart.png)"}
    with Workshop.create(tmp_path / "a.leefkit", other, programme(READ), clock=Clock()) as workshop:
        workshop.do({"kind": "go_to", "step": "read"})
        html = workshop.shared(workshop.audience(Viewer("wall"))).view["html"]
    assert html == "<p>foto en kaart</p>\n"


def test_the_shipped_programme_has_it():
    assert "briefing" in {one.activity for one in Programme.load("design-thinking-kort").steps}


def test_a_step_shows_only_the_parts_that_it_names(halls):
    hall = halls(step("pauze", "briefing", show=[]), step("wie", "briefing", show=["quotes"], roles=True))
    hall.join()
    nothing, some = (hall.shared("trainer", name=name).view for name in ("pauze", "wie"))
    assert not any(
        nothing[part] for part in ("title", "html", "stakeholders", "quotes", "figures", "timeline")
    )
    assert some["quotes"]
    assert some["stakeholders"], "roles need them"
    assert not some["html"]


@pytest.fixture
def counted(tmp_path):
    """Return what a screen gets of a case with charts."""
    rows = years(BU01=[52, 26], BU04=[40, None])
    made = neighbourhoods(rows, chart("trend"), chart("map"))
    made.quotes[0].written, made.quotes[0].source = False, "cijfers"
    made.timeline[0].source = "kaart"
    steps = (READ, step("tel", "briefing", show=["charts"]), step("praat", "briefing", show=["quotes"]))
    with Workshop.create(tmp_path / "a.leefkit", made, programme(*steps), clock=Clock()) as workshop:
        workshop.do({"kind": "go_to", "step": "read"})
        yield lambda role, name="read": workshop.shared(Audience(role, "nl", None, name))


def test_a_screen_gets_charts_in_its_own_shape(counted):
    phone, wall = (counted(role).view["charts"] for role in ("participant", "wall"))
    assert [one["id"] for one in phone] == [one["id"] for one in wall] == ["trend", "map"]
    assert phone[0]["drawing"]["width"] < wall[0]["drawing"]["width"]
    assert phone[0]["rows"] == wall[0]["rows"] == [["2020", 52, 40], ["2021", 26, None]]
    assert all(one["credit"] and one["notes"] and one["says"] for one in (*phone, *wall))


def test_the_trainer_gets_each_drawing_once(counted):
    shared = counted("trainer")
    assert [one["drawing"] for one in shared.view["charts"]] == [None, None]
    assert all(one["credit"] and one["says"] for one in shared.view["charts"])
    assert all(one["drawing"] for one in shared.room["view"]["charts"])


def test_charts_come_with_the_figures_or_by_themselves(counted):
    assert counted("wall", "tel").view["charts"]
    assert not counted("wall", "tel").view["figures"]
    assert not counted("wall", "praat").view["charts"]


@pytest.fixture
def drawn(monkeypatch):
    """Return the charts that are drawn from now on, in a process that has drawn none yet."""
    found, draw = [], charts.chart_view
    charts._kept.clear()

    def noted(case, one, lang, shape):
        found.append((one.id, lang, shape.name))
        return draw(case, one, lang, shape)

    monkeypatch.setattr(charts, "chart_view", noted)
    return found


def test_a_chart_is_drawn_once_in_whatever_step_and_however_often_it_is_looked_at(tmp_path, drawn):
    made = neighbourhoods(years(BU01=[52, 26]), chart("trend"))
    steps = (READ, step("tel", "briefing", show=["charts"]))
    with Workshop.create(tmp_path / "a.leefkit", made, programme(*steps), clock=Clock()) as workshop:
        for _ in range(2):
            for role in ("participant", "wall", "team", "trainer"):
                for name in ("read", "tel"):
                    assert workshop.shared(Audience(role, "nl", None, name)).view["charts"]
            workshop.rebuild()
    assert sorted(drawn) == [("trend", "nl", "narrow"), ("trend", "nl", "wide")]


def test_another_figure_is_another_drawing_and_old_ones_are_let_go(drawn):
    one = neighbourhoods(years(BU01=[52, 26]), chart("trend"))
    other = neighbourhoods(years(BU01=[52, 27]), chart("trend"))
    assert charts.chart_views(one, "nl", WIDE)[0].rows != charts.chart_views(other, "nl", WIDE)[0].rows
    for n in range(charts.KEPT):
        charts.chart_views(neighbourhoods(years(BU01=[n]), chart("trend")), "nl", WIDE)
        charts.chart_views(one, "nl", WIDE)
    assert len(charts._kept) == charts.KEPT
    assert len(drawn) == 2 + charts.KEPT, "who is still looked at stays"
    charts.chart_views(other, "nl", WIDE)
    assert len(drawn) == 3 + charts.KEPT


def test_what_is_said_and_what_happened_name_their_source(counted):
    view = counted("participant").view
    assert view["quotes"][0]["source"] == "Bron: Politie, Misdrijven, 2023, CC BY 4.0"
    assert view["quotes"][1]["written"]
    assert view["timeline"][0]["source"] == "Bron: Kadaster, Wijk- en buurtkaart"


def test_pictures_come_with_the_story_and_name_their_source(tmp_path):
    made = neighbourhoods([])
    alt = {"nl": "Het plein bij avond", "en": "The square at night"}
    made.pictures = [Picture(file="a.jpg", alt=alt, source="kaart", photo="0" * 64)]
    steps = (READ, step("praat", "briefing", show=["quotes"]))
    with Workshop.create(tmp_path / "a.leefkit", made, programme(*steps), clock=Clock()) as workshop:
        story, talk = (workshop.shared(Audience("wall", "nl", None, one)).view for one in ("read", "praat"))
    assert story["pictures"] == [
        {
            "photo": "0" * 64,
            "alt": "Het plein bij avond",
            "caption": "",
            "source": "Bron: Kadaster, Wijk- en buurtkaart",
        }
    ]
    assert not talk["pictures"]


def test_the_results_show_the_charts_that_the_room_was_shown(counted):
    assert [one["id"] for one in counted("results").results["steps"]] == ["read"]


@pytest.fixture
def looking(halls):
    """A hall in which everyone gets a role, and two tables."""
    hall = halls(step("read", "briefing", phase="open", roles=True), step("ideas"))
    hall.trainer("go_to", step="read")
    return hall


def role_of(hall, person, lang="nl"):
    return hall.mine(person, lang=lang).view["role"]


def test_everyone_looks_with_the_eyes_of_another_organisation(looking):
    names = {one.id: one.name["nl"] for one in looking.room.case.organisations}
    for organisation in [*names] * 3:
        role = role_of(looking, looking.join(organisation))
        assert role["organisation"] != names[organisation]
        assert all(role[part] for part in ("name", "interest", "concern", "can", "cannot"))


def test_a_role_stays_whoever_comes_in_later(looking):
    first = [looking.join(one) for one in ("politie", "school", "bewoners", "Buurtbus De Brug")]
    before = [role_of(looking, one) for one in first]
    for organisation in ("politie", "gemeente-veiligheid", "jongeren") * 5:
        looking.join(organisation)
    looking.trainer("set_teams", teams=["A", "B", "C"])
    looking.workshop.rebuild()
    assert [role_of(looking, one) for one in first] == before
    looking.trainer("go_to", step="ideas")
    looking.trainer("go_to", step="read")
    assert [role_of(looking, one) for one in first] == before, "also for who comes back to the step"


def test_a_role_is_told_in_the_language_of_the_phone(looking):
    person = looking.join()
    nl, en = (role_of(looking, person, lang) for lang in ("nl", "en"))
    assert nl["name"] != en["name"]


def test_roles_are_spread_over_the_stakeholders(looking):
    for organisation in ["gemeente-veiligheid"] * 8 + ["politie", "bewoners", "school"] * 4:
        looking.join(organisation)
    people = [one["people"] for one in looking.shared("trainer").view["stakeholders"]]
    assert sum(people) == 20
    assert min(people) >= 1
    assert max(people) <= 4


def test_a_table_sees_the_roles_at_it_and_a_phone_no_counts(looking):
    looking.join("politie", team="Tafel 1")
    looking.join("school", team="Tafel 2")
    at_table = looking.shared("team", team="Tafel 1").view["stakeholders"]
    assert sum(one["people"] for one in at_table) == 1
    for role in ("participant", "wall", "results"):
        view = looking.shared(role).view
        assert view["roles"]
        assert {one["people"] for one in view["stakeholders"]} == {None}


def test_a_phone_sees_its_own_role_alone_and_no_blind_spot(looking):
    person = looking.join()
    other = looking.join("school")
    assert role_of(looking, person) != role_of(looking, other)
    assert role_of(looking, person)["blind_spot"] is None


def test_who_did_not_say_where_they_come_from_has_no_role_yet(looking):
    person = looking.join(organisation=None)
    assert role_of(looking, person) is None
    looking.by(person, "set_profile", organisation="school")
    assert role_of(looking, person)


def test_another_step_deals_the_roles_out_anew(halls):
    hall = halls(
        step("een", "briefing", roles=True), step("twee", "briefing", roles=True), step("zonder", "briefing")
    )
    person = hall.join()
    first, second = (hall.mine(person, name=name).view["role"]["name"] for name in ("een", "twee"))
    assert first != second
    assert hall.mine(person, name="zonder").view is None
    assert not hall.shared("participant", name="zonder").view["roles"]


def test_a_case_without_stakeholders_has_no_roles(tmp_path):
    other = deepcopy(case())
    other.stakeholders = []
    read = step("read", "briefing", roles=True)
    with Workshop.create(tmp_path / "a.leefkit", other, programme(read), clock=Clock()) as workshop:
        workshop.do({"kind": "go_to", "step": "read"})
        assert not workshop.shared(workshop.audience(Viewer("wall"))).view["roles"]
