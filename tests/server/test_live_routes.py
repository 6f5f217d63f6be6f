"""The routes that `docs/protocol.md` promises are there, for whom it says."""

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
ROUTES = re.findall(r"^\| `(/[^`]*)` \| .* \| (.*) \|$", PAGE, re.MULTILINE)
HOST = re.findall(r"`(\w+)`\s\(", PAGE.split("## Messages to the host")[1].split("These never")[0])


def address(room, route):
    static = re.search(r'"(/static/[^"]*)"', room.get("/").text)[1]
    route = route.replace("/photo/NAME", f"/photo/{'0' * 64}")
    return route.replace("/static/NAME", static).replace("CODE", room.code).replace("ROLE", "wall")


@pytest.mark.parametrize(("route", "who"), ROUTES)
def test_a_route_is_there_for_whom_it_is(room, route, who):
    status = room.get(address(room, route)).status
    if who == "anyone":
        assert status == 200
    elif who.startswith("anyone"):
        assert status in {400, 405}, "it is there, but is not for looking at"
    else:
        assert status == 403


def test_every_route_of_ours_stands_in_the_list(room):
    patterns = [pattern for pattern, *_ in room.server._routes()]
    found = {
        pattern for pattern in patterns for route, _ in ROUTES if re.fullmatch(pattern, address(room, route))
    }
    assert found == set(patterns)
    assert len(ROUTES) == len(patterns) + 2, "the link and Voilà's page are of the other host"


def test_what_screens_say_to_their_host_is_no_command(room):
    phone = room.client().joins()
    assert HOST == ["join", "sit", "speak", "drop", "photo", "picture"]
    assert {phone.refused(kind, team="Tafel 1")[0] for kind in HOST} == {"bad_command"}
