"""The pages without a kernel: the phone's, the screens by link, what they load, and the server's health."""

import gzip
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from kit import __version__, paths
from kit.activities import REGISTRY
from kit.server.access import ROLES
from kit.server.place import Place

GZIP = {"Accept_Encoding": "gzip"}
MOST_REQUESTS, MOST_BYTES, MOST_PART_BYTES = 4, 60_000, 10_000
SOCKET = 1


class Page(HTMLParser):
    """What a browser would load for a page, and the attributes of where the screen comes."""

    def __init__(self, text):
        super().__init__()
        self.loads, self.root, self.lang, self.inline = [], {}, None, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        loaded = attrs.get("src") or (attrs.get("href") if tag == "link" else None)
        if loaded and not loaded.startswith("data:"):
            self.loads.append(loaded)
        if tag == "html":
            self.lang = attrs["lang"]
        if attrs.get("id") == "app":
            self.root = attrs
        if "style" in attrs or tag == "style" or (tag == "script" and "src" not in attrs):
            self.inline.append(tag)
        self.inline += [name for name in attrs if name.startswith("on")]


def page(room, path="/"):
    return Page(room.get(path).text)


@pytest.mark.parametrize("path", ["/", "/j/K7QF"])
def test_the_first_load_of_a_phone_is_light(room, path):
    answers = [room.get(one, **GZIP) for one in [path, *page(room, path).loads]]
    assert {(answer.status, answer.headers["Content-Encoding"]) for answer in answers} == {(200, "gzip")}
    assert len(answers) + SOCKET <= MOST_REQUESTS
    assert sum(len(answer.body) for answer in answers) <= MOST_BYTES


PART = re.compile(r"""\bimport\("\./(phone-\w+-[A-Z0-9]{8}\.js)"\)""")


def test_what_a_phone_shows_of_a_step_comes_when_a_step_needs_it(room):
    (script,) = (path for path in page(room).loads if path.endswith(".js"))
    parts = PART.findall(room.get(script).text)
    assert {part.split("-")[1] for part in parts} == set(REGISTRY.activities)
    for part in parts:
        answer = room.get(f"/static/{part}", **GZIP)
        assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
        assert "immutable" in answer.headers["Cache-Control"]
        assert len(answer.body) <= MOST_PART_BYTES


def test_what_a_phone_loads_loads_nothing_more(room):
    for path in page(room).loads:
        text = PART.sub("", room.get(path).text)
        assert not re.findall(r"""\bimport\b\s*[("'{*]|@import|sourceMappingURL""", text), path
        urls = re.findall(r"url\(([^)]*)\)", text)
        assert all(re.match(r"""["']?(data:|#)""", url) for url in urls), path


def test_the_page_is_for_every_browser_that_joins(room):
    found = page(room)
    assert (found.lang, found.root["data-code"]) == ("nl", "")
    assert found.inline == [], "scripts and styles of the page itself would need a weaker policy"
    text = room.get("/").text
    assert '<meta name="viewport" content="width=device-width' in text
    assert "<noscript>" in text


@pytest.mark.parametrize("code", ["K7QF", "k7qf", "?"])
def test_the_code_of_the_address_is_filled_in(room, code):
    answer = room.get(f"/j/{code}")
    if code == "?":
        assert answer.status == 404
    else:
        assert Page(answer.text).root["data-code"] == code


@pytest.mark.parametrize("code", ["%22%3E%3Cscript%3E", "a" * 13, "a/b", "..", "%C3%A9"])
def test_no_other_text_gets_into_the_page(room, code):
    answer = room.get(f"/j/{code}")
    assert answer.status == 404
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", ["/", "/page/wall"])
def test_a_page_may_load_nothing_from_elsewhere(room, path):
    answer = room.visitor("wall").ask(path)
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    allowed = {word for words in policy.values() for word in words.split()}
    assert allowed == {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:", "ws:", "wss:"}
    assert "'unsafe-inline'" not in policy["script-src"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_static_file_has_its_content_in_its_name_and_is_kept_for_ever(room):
    for path in page(room).loads:
        answer = room.get(path)
        stem, digest, suffix = path.removeprefix("/static/").rsplit(".", 2)
        assert digest == hashlib.sha256(answer.body).hexdigest()[:12]
        assert answer.body == (paths.static_dir() / f"{stem}.{suffix}").read_bytes()
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == {
            "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"
        }[suffix]  # fmt: skip


def test_a_static_file_is_compressed_for_who_takes_it(room):
    for path in page(room).loads:
        plain, packed = room.get(path), room.get(path, **GZIP)
        assert plain.headers["Content-Encoding"] is None
        assert packed.headers["Content-Encoding"] == "gzip"
        assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body)


@pytest.mark.parametrize(
    "name",
    ["phone.js", "phone.000000000000.js", "", "..%2f..%2fpyproject.toml", "%2e%2e/app.py", "index.html"],
)
def test_no_other_file_is_served(room, name):
    assert room.get(f"/static/{name}").status == 404


@pytest.mark.parametrize(
    "path", ["/static", "/kit/", "/server/app.py", "/tree", "/api/contents", "/files/x", "/lab"]
)
def test_nothing_is_listed_and_no_source_is_served(room, path):
    assert room.visitor("trainer").ask(path).status == 404


@pytest.mark.parametrize("role", ROLES)
def test_a_screen_opens_by_its_link_alone(room, role):
    assert room.get(f"/page/{role}").status == 403
    found = Page(room.visitor(role).ask(f"/page/{role}").text)
    assert found.root["data-role"] == role
    screen = room.client()
    assert screen.hello(key=found.root["data-key"])["role"] == role
    assert len(found.loads) == 2


@pytest.mark.parametrize("role", [role for role in ROLES if role != "trainer"])
def test_a_cookie_opens_no_other_screen(room, role):
    visitor = room.visitor(role)
    opened = [other for other in ROLES if visitor.ask(f"/page/{other}").status == 200]
    assert opened == [role]


def test_the_trainer_may_open_every_screen(room):
    visitor = room.visitor("trainer")
    assert [visitor.ask(f"/page/{role}").status for role in ROLES] == [200] * 4


def test_a_refused_screen_gives_no_key_away(room):
    text = room.get("/page/trainer").text
    assert "Open de link die je van de trainer kreeg." in text
    assert not any(key in text for key in room.server.keys.values())


def test_there_is_no_other_screen(room):
    assert room.visitor("trainer").ask("/page/participant").status == 404


def test_a_table_opens_with_its_team(room):
    answer = room.visitor("team").ask("/page/team?team=Tafel%202%22%3E")
    assert Page(answer.text).root["data-team"] == 'Tafel 2">'


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/healthz", "/page/wall"])
def test_a_page_is_only_read(room, method, path):
    assert room.visitor("wall").ask(path, method).status in {403, 405}


def test_health_says_how_far_it_is(room, hall):
    answer = room.get("/healthz")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Cache-Control"] == "no-store"
    hall.workshop.catch_up()
    assert json.loads(answer.body) == {
        "status": "ok",
        "version": __version__,
        "workshop": hall.workshop.journal.meta("workshop"),
        "connected": 0,
        "seq": hall.workshop.seq,
    }
    phone = room.client().joins()
    done = phone.do("ready", step="ideas")
    room.client().enters("wall")
    after = json.loads(room.get("/healthz").body)
    assert (after["connected"], after["seq"]) == (1, done["seq"])


def test_a_municipality_has_its_own_colours(hall, serve, tmp_path):
    theme = tmp_path / "huisstijl van ons.css"
    theme.write_text(":root { --leefkit-color: #123456; }", encoding="utf-8")
    room = serve(hall, Place(host="127.0.0.1", port=0, theme=theme))
    last = page(room).loads[-1] if page(room).loads[-1].endswith(".css") else page(room).loads[-2]
    assert last.startswith("/static/theme.")
    assert room.get(last).text == theme.read_text(encoding="utf-8")


def test_the_page_speaks_the_language_of_the_room(halls, serve):
    assert page(serve(halls(lang="en"))).lang == "en"
