"""Links, keys and cookies."""

import pytest
from tornado.web import RequestHandler

from kit.locale import translate
from kit.server.access import ROLES, Access
from tests.server._voila_host import SECRET, Host, access


class Roles(RequestHandler):
    def get(self):
        self.finish({"roles": sorted(self.settings["leefkit_test_access"].roles_of(self))})


@pytest.fixture(scope="module")
def host():
    given = access()
    host = Host(extra=[(r"/roles", Roles)], settings={"leefkit_test_access": given})
    yield host
    host.stop()


def roles(visitor):
    return visitor.ask("/roles").text


@pytest.mark.parametrize("role", ROLES)
def test_a_key_opens_its_own_role(role):
    assert access().role_for_key(f"the-key-of-{role}") == role


@pytest.mark.parametrize(
    "key", ["", "the-key-of-", "the-key-of-trainer ", "THE-KEY-OF-TEAM", "sléútel", "\0"]
)
def test_another_key_opens_nothing(key):
    assert access().role_for_key(key) is None


@pytest.mark.parametrize("role", ROLES)
def test_a_link_leads_to_its_screen(host, role):
    answer = host.visitor().ask(f"/open/{role}?key=the-key-of-{role}")
    assert (answer.status, answer.headers["Location"]) == (302, f"/voila/render/{role}.ipynb")


def test_a_link_can_lead_to_the_screen_without_a_kernel(host):
    answer = host.visitor().ask("/open/wall?key=the-key-of-wall&in=page")
    assert answer.headers["Location"] == "/page/wall"


@pytest.mark.parametrize(
    ("where", "location"),
    [("", "/voila/render/team.ipynb?team=Tafel+1%262"), ("&in=page", "/page/team?team=Tafel+1%262")],
)
def test_the_team_rides_along(host, where, location):
    answer = host.visitor().ask(f"/open/team?key=the-key-of-team&team=Tafel%201%262{where}")
    assert answer.headers["Location"] == location


def test_a_cookie_is_for_this_site_and_not_for_scripts(host):
    (cookie,) = host.visitor().ask("/open/team?key=the-key-of-team").cookies
    flags = {part.strip() for part in cookie.split(";")}
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= flags
    assert "Secure" not in flags


def test_a_cookie_over_https_stays_there(host):
    (cookie,) = host.visitor().ask("/open/team?key=the-key-of-team", X_Forwarded_Proto="https").cookies
    assert "Secure" in {part.strip() for part in cookie.split(";")}


def test_the_key_does_not_travel_on(host):
    answer = host.visitor().ask("/open/team?key=the-key-of-team")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "the-key" not in answer.headers["Location"]


def test_one_browser_holds_several_roles(host):
    assert roles(host.visitor("team", "wall")) == '{"roles": ["team", "wall"]}'


@pytest.mark.parametrize("key", ["", "wrong", "the-key-of-wall"])
def test_a_wrong_key_gives_no_cookie(host, key):
    visitor = host.visitor()
    answer = visitor.ask(f"/open/trainer?key={key}")
    assert answer.status == 403
    assert not answer.cookies
    assert roles(visitor) == '{"roles": []}'


def test_a_link_without_a_key_is_refused(host):
    assert host.visitor().ask("/open/trainer").status == 403


def test_there_is_no_link_for_another_role(host):
    assert host.visitor().ask("/open/participant?key=the-key-of-trainer").status == 404


@pytest.mark.parametrize(
    ("asked", "lang"),
    [
        ("", "nl"),
        ("nl-NL,en;q=0.8", "nl"),
        ("en-GB,nl;q=0.9", "en"),
        ("en;q=0.3,nl;q=0.7", "nl"),
        ("de", "en"),
    ],
)
def test_a_refusal_says_what_to_do_in_the_visitors_language(host, asked, lang):
    text = host.visitor().ask("/open/trainer?key=wrong", Accept_Language=asked).text
    assert f'<html lang="{lang}">' in text
    assert translate("Ask the trainer for the link and open it again.", lang) in text


def test_a_cookie_survives_another_start_of_the_server(host):
    visitor = host.visitor("trainer")
    host.voila.app.settings["leefkit_test_access"] = access()
    assert roles(visitor) == '{"roles": ["trainer"]}'


@pytest.mark.parametrize(
    "other",
    [
        access(b"the secret of another workshop"),
        Access({role: f"renewed-{role}" for role in ROLES}, SECRET),
    ],
    ids=["another workshop", "a renewed link"],
)
def test_a_cookie_is_no_use_elsewhere(host, other):
    visitor = host.visitor("trainer")
    host.voila.app.settings["leefkit_test_access"] = other
    assert roles(visitor) == '{"roles": []}'


def test_a_cookie_can_not_be_made_for_another_role(host):
    host.voila.app.settings["leefkit_test_access"] = access()
    visitor = host.visitor("team")
    visitor.jar = {name.replace("team", "trainer"): value for name, value in visitor.jar.items()}
    assert roles(visitor) == '{"roles": []}'


def test_two_workshops_on_one_machine_keep_their_cookies_apart():
    """Browsers send the cookies of one port to every other port of the same host."""
    first, second = Host(), Host(secret=b"the secret of another workshop")
    try:
        visitor = first.visitor("team")
        visitor.url = second.url
        visitor.open("team")
        assert len(visitor.jar) == 2
    finally:
        first.stop()
        second.stop()
