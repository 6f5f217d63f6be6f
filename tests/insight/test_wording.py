"""What the kit finds worth a second look in a question or a point of view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.wording import (
    count_words,
    how_might_we,
    language,
    point_of_view,
    positive,
    solutions,
    tone,
)

GOOD_HMW = {
    "nl": "Hoe kunnen we jongeren op het plein een plek geven waar ze welkom zijn?",
    "en": "How might we give young people on the square a place where they are welcome?",
}
GOOD_POV = {
    "nl": "Samira wil na sluitingstijd rustig naar huis kunnen lopen, omdat zij zich nu niet gezien voelt.",
    "en": "Samira needs to walk home calmly after closing time, because nobody seems to see her now.",
}


def codes(found):
    return [one.code for one in found]


def hmw(text, lang="nl", **more):
    return codes(how_might_we(text, lang, **more))


def pov(text, lang="nl", **more):
    return codes(point_of_view(text, lang, **more))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_good_question_and_a_good_statement_need_no_second_look(lang):
    assert hmw(GOOD_HMW[lang], lang) == []
    assert pov(GOOD_POV[lang], lang, cites=True) == []


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Wij willen dat jongeren op het plein weer een eigen plek krijgen.", "nl", "hmw_start"),
        ("Hoe zorgen we dat jongeren op het plein weer een eigen plek krijgen?", "nl", "hmw_start"),
        ("Hoe kunnen wij ouders eerder laten weten dat het goed gaat?", "nl", None),
        ("hoe kunnen we ouders eerder laten weten dat het goed gaat?", "nl", None),
        ("Could we let parents know earlier that things go well?", "en", "hmw_start"),
        ("How could we let parents know earlier that things go well?", "en", None),
        ("Hoe kunnen we de avond van bewoners mooier maken met een boa?", "nl", "hmw_solution"),
        ("Hoe kunnen we het plein na acht uur prettig en licht maken?", "nl", "hmw_person"),
        ("Hoe kunnen we voor Samira de weg naar huis prettig maken?", "nl", None),
        ("How might we make the square pleasant and light after eight?", "en", "hmw_person"),
        ("Hoe kunnen we alle jongeren in deze wijk beter helpen?", "nl", "hmw_effect"),
        ("Hoe kunnen we alle jongeren in deze wijk helpen om elkaar te vinden?", "nl", None),
        ("How might we support all residents in this street better?", "en", "hmw_effect"),
        ("Hoe kunnen we als politie bewoners het gevoel geven dat ze gehoord zijn?", "nl", "hmw_one"),
    ],
)
def test_each_rule_of_a_question(text, lang, code):
    names = ["politie", "gemeente", "police"]
    assert hmw(text, lang, organisations=names) == ([code] if code else [])


@pytest.mark.parametrize(("size", "code"), [(7, ["hmw_short"]), (8, []), (20, []), (21, ["hmw_long"])])
def test_a_question_has_eight_to_twenty_words(size, code):
    text = " ".join(["Hoe kunnen we bewoners", *["prettiger"] * (size - 5), "laten?"])
    found = how_might_we(text, "nl")
    assert codes(found) == code
    assert [one.about for one in found] == [str(size)] * len(code)


def test_dashes_and_ellipses_are_no_words():
    assert count_words("Hoe kunnen we … – dit doen?") == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een camera of camera's met cameratoezicht", ["camera", "camera's", "cameratoezicht"]),
        ("een app, een buurtapp, geen apparaat", ["app", "buurtapp"]),
        ("een hek of hekken, geen heks", ["hek", "hekken"]),
        ("een boa, boa’s en een boot", ["boa", "boa’s"]),
        ("een verbod, alcoholverbod, verboden toegang", ["verbod", "alcoholverbod", "verboden"]),
        ("een project, proefproject; de projectleider", ["project", "proefproject"]),
        ("Camera en CAMERA", ["Camera", "CAMERA"]),
        ("rustig naar huis lopen", []),
    ],
)
def test_words_that_name_a_solution(text, found):
    assert solutions(text, "nl") == found


def test_words_that_name_a_solution_in_english():
    assert solutions("A camera, an app, a fence, a ban and a project", "en") == [
        "camera", "app", "fence", "ban", "project",
    ]  # fmt: skip


def test_people_of_the_case_count_as_people():
    text = "Hoe kunnen we met de ploeg van het buurthuis het plein gezellig maken?"
    assert hmw(text) == ["hmw_person"]
    assert hmw(text, people=["de ploeg van het buurthuis"]) == []


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Meer licht op het plein", "nl", ["pov_form"]),
        ("Light on the square", "en", ["pov_form"]),
        ("wil veilig fietsen, omdat het donker is", "nl", ["pov_who"]),
        ("Samira wil, omdat het donker is", "nl", ["pov_need"]),
        ("Samira wil veilig fietsen", "nl", ["pov_insight"]),
        ("Samira wil veilig fietsen, omdat …", "nl", ["pov_insight"]),
        ("Samira wil meer licht, omdat zij niemand ziet", "nl", ["pov_verb"]),
        ("Samira heeft meer licht nodig, omdat zij niemand ziet", "nl", ["pov_verb"]),
        ("Samira heeft een plek nodig om te praten, omdat zij niemand kent", "nl", []),
        ("Jongeren moeten ergens kunnen zijn, want thuis is het vol", "nl", []),
        ("Samira wil een camera ophangen, omdat zij bang is", "nl", ["pov_solution"]),
        ("Samira wil een hek, omdat zij bang is", "nl", ["pov_verb", "pov_solution"]),
        ("Samira needs more light, because she sees nobody", "en", ["pov_verb"]),
        ("Samira needs a way to get home, because she sees nobody", "en", []),
        ("Samira wants to cycle home", "en", ["pov_insight"]),
    ],
)
def test_each_rule_of_a_statement(text, lang, code):
    assert pov(text, lang) == code


def test_an_insight_rests_on_an_earlier_card_where_there_are_any():
    assert pov(GOOD_POV["nl"], cites=False) == ["pov_source"]
    assert pov(GOOD_POV["nl"], cites=None) == []


def test_a_solution_in_the_insight_is_no_solution_in_the_need():
    assert pov("Samira wil rustig lopen, omdat de camera haar bang maakt") == []


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Hoe voorkomen we overlast?", "nl", "negative"),
        ("Hoe pakken we dit samen op?", "nl", "positive"),
        ("Hoe maken we het plein prettig?", "nl", "positive"),
        ("Hoe voorkomen we dat het vertrouwen weg is?", "nl", "positive"),
        ("Wie woont hier?", "nl", "neutral"),
        ("How do we prevent nuisance?", "en", "negative"),
        ("How might we make people feel at home?", "en", "positive"),
    ],
)
def test_the_tone_of_a_text(text, lang, found):
    assert tone(text, lang) == found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Hoe voorkomen we overlast?", "nl", "Hoe maken we … prettig en vertrouwd?"),
        ("Hoe voorkomen we overlast op het plein?", "nl", "Hoe maken we het plein prettig en vertrouwd?"),
        (
            "Hoe kunnen we overlast op het plein voorkomen?",
            "nl",
            "Hoe kunnen we het plein prettig en vertrouwd maken?",
        ),
        (
            "Hoe kunnen wij herrie in de portieken tegengaan met regels?",
            "nl",
            "Hoe kunnen wij de portieken prettig en vertrouwd maken?",
        ),
        (
            "Hoe voorkomen we dat jongeren op het plein herrie maken?",
            "nl",
            "Hoe maken we … prettig en vertrouwd?",
        ),
        ("Hoe maken we het plein prettig?", "nl", None),
        ("How do we prevent nuisance?", "en", "How do we make … pleasant and trusted?"),
        (
            "How might we reduce nuisance on the square?",
            "en",
            "How might we make the square pleasant and trusted?",
        ),
    ],
)
def test_a_question_against_something_becomes_one_for_something(text, lang, found):
    assert positive(text, lang) == found


@pytest.mark.parametrize(
    ("text", "default", "found"),
    [
        ("Hoe kunnen we de wijk mooier maken?", "en", "nl"),
        ("How might we make the area nicer?", "nl", "en"),
        ("Samira", "en", "en"),
        ("Samira", "nl", "nl"),
        ("Samira", "de", "nl"),
    ],
)
def test_the_language_of_a_text(text, default, found):
    assert language(text, default) == found


@given(st.text(max_size=400), st.sampled_from(["nl", "en"]))
def test_any_text_can_be_looked_at(text, lang):
    how_might_we(text, lang, people=["x"], organisations=["de (school)"])
    point_of_view(text, lang)
    turned = positive(text, lang)
    assert turned is None or (tone(text, lang) == "negative" and tone(turned, lang) == "positive")
