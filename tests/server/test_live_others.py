"""What another process does reaches every screen, also when a phone's own command reads it first."""

import pytest

from kit.workshop import Workshop


@pytest.fixture
def room(serve, hall):
    return serve(hall)


@pytest.fixture
def console(room):
    """The trainer in another process, such as the kernel of a Voilà page."""
    with Workshop.open(room.path) as workshop:
        yield workshop


@pytest.mark.parametrize("accepted", [False, True])
def test_the_room_hears_of_the_trainer_although_a_phone_was_first_to_catch_up(room, console, accepted):
    phones = [room.client().joins() for _ in range(2)]
    console.do({"kind": "go_to", "step": "ideas"})
    console.do({"kind": "open", "step": "ideas"})
    for phone in phones:
        phone.sees(lambda screen: screen.shared["step"] and screen.shared["step"]["status"] == "open")
    room.now(
        room.server.writer._tasks[1].cancel
    )  # nothing follows: the phone's command reads the journal first
    console.do({"kind": "close", "step": "ideas"})
    if accepted:
        phones[0].do("set_profile", organisation="school")
    else:
        assert phones[0].refused("add_card", step="ideas", zone="idea", text="te laat")[0] == "step_closed"
    for phone in phones:
        phone.sees(lambda screen: screen.shared["step"]["status"] == "closed")


def test_one_socket_is_one_person(room):
    phone = room.client()
    first = phone.hello(code=room.code)["participant"]
    assert phone.hello(code=room.code)["participant"] == first
