"""A room walks the whole programme by clicking; afterwards the frames hold exactly what was done."""

import os
import signal

from playwright.sync_api import expect

from tests.browser._follow_up import come_back, end_the_day
from tests.browser._people import nl
from tests.browser._served import wait_until
from tests.browser._stages import TITLES, ZONES

ORGANISATIONS = {"Anna": "Politie", "Bram": "Bewoners", "Chris": "School", "Dina": "Jongeren"}
NIGHT = "Elke avond dezelfde gezichten bij de trap"
NEVER = "Niemand groet ons ooit"
PLACE = "Hoe kunnen we jongeren helpen aan een eigen plek?"
NAMES = "Hoe kunnen we elkaars naam leren kennen?"
TABLE_TENNIS = "Een tafeltennistafel naast de supermarkt"
TOURNAMENT = "Elke maand een toernooi met de wijkagent"
BENCH = "Een bank die jongeren zelf bouwen"
GOOD = "Iedereen kan meteen meedoen"
WHAT_IF = "Wat als het regent?"


class Room:
    """Everyone who is there, and the steps they take together."""

    def __init__(self, served, watch, phone, screen):
        self.served, self.watch, self.take_phone, self.show = served, watch, phone, screen
        self.console = screen("trainer")
        self.wall = screen("wall")
        self.table = screen("team")
        self.phones = {}

    def joins(self, name):
        phone = self.take_phone(name)
        phone.join(self.served.join, ORGANISATIONS[name])
        self.phones[name] = phone
        return phone

    @property
    def everyone(self):
        return [self.console, self.wall, self.table, *self.phones.values()]

    def all_see(self, step):
        for one in self.everyone:
            one.see_title(TITLES[step])


def gather(room):
    """Everyone comes in: the trainer sets two tables, three phones join, the wall says so."""
    room.console.see_title(nl("Before you start"))
    room.wall.see(room.served.code)
    room.console.number_of_tables(2)
    room.table.sit("Tafel 1")
    for name in ("Anna", "Bram", "Chris"):
        room.joins(name).see_title(nl("You are in!"))
    room.wall.see(nl("{n} people are in", n=3))
    assert [phone.team for phone in room.phones.values()] == ["Tafel 1", "Tafel 2", "Tafel 1"]


def read_the_case(room):
    room.console.start(TITLES["voormeting"])
    room.all_see("voormeting")
    room.console.next(TITLES["casus"])
    room.all_see("casus")
    for phone in room.phones.values():
        phone.see("Zonnehoek")
        phone.button("I am done").click()
    ready = room.console.page.locator(".counts dd").last
    expect(ready).to_have_text("3 / 3")


def put_themselves_in_someones_place(room):
    """Per team: the table writes, its people write, and the other table does not see it yet."""
    zones = ZONES["empathy-map"]
    room.console.next(TITLES["inleven"])
    room.all_see("inleven")
    room.console.open_step()
    room.table.write(NIGHT, zones["see"])
    room.phones["Bram"].write(NEVER, zones["hear"])
    anna = room.phones["Anna"]
    anna.choose_zone(zones["see"])
    anna.see(NIGHT)
    assert not room.watch.has_heard("Bram", NIGHT)
    assert not room.watch.has_heard("Anna", NEVER)
    room.console.see(NEVER)
    room.console.close_step()


def ask_a_question(room):
    """Two tables write a question each; the room chooses one, one dot per person."""
    room.console.next(TITLES["hkw"])
    room.console.open_step()
    room.table.write(PLACE, ZONES["how-might-we"]["question"])
    room.phones["Bram"].write(NAMES)
    room.console.close_step()
    room.console.next(TITLES["hkw-kiezen"])
    room.console.open_step()
    for name, question in {"Anna": PLACE, "Bram": NAMES, "Chris": PLACE}.items():
        phone = room.phones[name]
        phone.see_title(TITLES["hkw-kiezen"])
        phone.give_only_dot(question)
        phone.send_vote()
        phone.vote_is_in()
    room.console.see(nl("{n} of {of} ballots are in", n=3, of=3))
    room.console.close_step()
    room.wall.see_figure(nl("Chosen"), PLACE)


def think_in_silence(room):
    """Nobody else is told what Anna writes: not on the screen, and not underneath it either."""
    room.console.next(TITLES["bedenken"])
    room.console.open_step()
    anna, bram, chris = (room.phones[name] for name in ("Anna", "Bram", "Chris"))
    for phone in (anna, bram, chris):
        phone.see(PLACE)
        phone.see(nl("Others only see this when the trainer shows it."))
    anna.write(TABLE_TENNIS)
    chris.write(BENCH)
    expect(room.wall.page.locator(".wall-tally strong")).to_have_text("2")
    room.console.see(TABLE_TENNIS)
    for name, one in {"Bram": bram, "Chris": chris, "wall": room.wall, "team": room.table}.items():
        assert not room.watch.has_heard(name, TABLE_TENNIS), f"{name} was told"
        assert TABLE_TENNIS not in one.page.content(), f"{name} has it in the page"
    room.console.reveal()
    for name, one in {"Bram": bram, "wall": room.wall, "team": room.table}.items():
        one.see(TABLE_TENNIS)
        assert room.watch.has_heard(name, TABLE_TENNIS)
    bram.build_on(TABLE_TENNIS, TOURNAMENT)
    room.console.close_step()


def vote(room):
    """Limits hold; one goes offline and returns, one reloads, one comes late, and a kernel dies."""
    room.console.next(TITLES["stemmen"])
    room.console.open_step()
    anna, bram, chris = (room.phones[name] for name in ("Anna", "Bram", "Chris"))
    anna.give(TABLE_TENNIS, 2)
    expect(anna.more(TABLE_TENNIS)).to_be_disabled()
    anna.give(TOURNAMENT, 2)
    anna.give(BENCH, 1)
    expect(anna.more(BENCH)).to_be_disabled()
    anna.see(nl("{n} of {dots} dots left", n=0, dots=5))
    anna.send_vote()
    anna.vote_is_in()
    votes_offline(room, bram)
    votes_and_reloads(chris)
    loses_its_kernel(room)
    dina = room.joins("Dina")
    dina.see_title(TITLES["stemmen"])
    dina.vote({TABLE_TENNIS: 2})
    room.console.see(nl("{n} of {of} ballots are in", n=4, of=4))
    room.console.close_step()
    room.wall.see_figure(nl("Chosen"), TABLE_TENNIS)


def votes_offline(room, phone):
    room.watch.allow(
        r"^Bram: .*(ERR_INTERNET_DISCONNECTED|WebSocket connection to)",
        "Bram's phone is made to lose its network",
    )
    phone.page.context.set_offline(True)
    phone.give(TABLE_TENNIS, 2)
    phone.give(TOURNAMENT, 1)
    phone.send_vote()
    phone.see(nl("Your vote is kept and goes when there is a connection."))
    phone.page.context.set_offline(False)
    phone.vote_is_in()


def votes_and_reloads(phone):
    phone.vote({TABLE_TENNIS: 1, BENCH: 2})
    phone.page.reload()
    phone.see_title(TITLES["stemmen"])
    phone.vote_is_in()
    expect(phone.dots_on(TABLE_TENNIS)).to_have_text(nl("1 dot"))
    expect(phone.dots_on(BENCH)).to_have_text(nl("{n} dots", n=2))


def loses_its_kernel(room):
    (kernel,) = room.served.kernels("trainer")
    room.watch.allow(
        r"^trainer: .*(api/kernels|voila/alive|WebSocket connection to)", "its kernel was killed"
    )
    os.kill(kernel.pid, signal.SIGKILL)
    wait_until(lambda: any(one.pid != kernel.pid for one in room.served.kernels("trainer")), "a new kernel")
    room.console.is_there("voila")
    room.console.see_step(TITLES["stemmen"])
    room.console.see(nl("{n} of {of} ballots are in", n=3, of=3))


def make_it_stronger(room):
    zones = ZONES["feedback-grid"]
    room.console.next(TITLES["feedback"])
    room.console.open_step()
    room.all_see("feedback")
    for phone in room.phones.values():
        phone.see(TABLE_TENNIS)
    room.phones["Anna"].write(GOOD, zones["plus"])
    room.phones["Dina"].write(WHAT_IF, zones["idea"])
    room.wall.see(WHAT_IF)
    room.console.close_step()
    room.console.next(TITLES["afspraken"])
    room.all_see("afspraken")


def end(room):
    """The day ends before the step of weeks later; the results are there. Returns Anna's code."""
    code = end_the_day(room, "Anna")
    room.wall.see(TABLE_TENNIS)
    results = room.show("results")
    results.see(PLACE)
    results.see(TABLE_TENNIS)
    return code


def test_a_room_walks_the_whole_programme(served, watch, phone, screen):
    room = Room(served, watch, phone, screen)
    gather(room)
    read_the_case(room)
    put_themselves_in_someones_place(room)
    ask_a_question(room)
    think_in_silence(room)
    vote(room)
    make_it_stronger(room)
    come_back(room, "Anna", end(room))
    with served.open(read_only=True) as workshop:
        check(workshop.frames())


def check(frames):
    """The frames hold what was done, all of it, and nothing else."""
    people = frames["participants"]
    assert people[["participant", "organisation", "team"]].to_numpy().tolist() == [
        ["p1", "politie", "Tafel 1"],
        ["p2", "bewoners", "Tafel 2"],
        ["p3", "school", "Tafel 1"],
        ["p4", "jongeren", "Tafel 2"],
    ]
    cards = frames["cards"].set_index("text")
    told = ["step", "zone", "organisation", "team"]
    assert {text: tuple(row) for text, row in cards[told].astype(object).fillna("").iterrows()} == {
        NIGHT: ("inleven", "see", "", "Tafel 1"),
        NEVER: ("inleven", "hear", "bewoners", "Tafel 2"),
        PLACE: ("hkw", "question", "", "Tafel 1"),
        NAMES: ("hkw", "question", "bewoners", "Tafel 2"),
        TABLE_TENNIS: ("bedenken", "idea", "", ""),
        BENCH: ("bedenken", "idea", "", ""),
        TOURNAMENT: ("bedenken", "idea", "", ""),
        GOOD: ("feedback", "plus", "politie", "Tafel 1"),
        WHAT_IF: ("feedback", "idea", "jongeren", "Tafel 2"),
    }
    assert cards["parent"].dropna().to_dict() == {TOURNAMENT: cards.loc[TABLE_TENNIS, "card"]}
    assert not cards["hidden"].any()
    anonymous = cards.loc[cards["step"] == "bedenken", "participant"]
    assert all(name.startswith("~") for name in anonymous)
    text_of = {card: text for text, card in cards["card"].items()}
    votes = frames["votes"]
    given = votes.assign(text=votes["card"].map(text_of))[["step", "participant", "text", "weight"]]
    assert sorted(map(tuple, given.to_numpy().tolist())) == sorted(
        (step, voter, text, dots)
        for step, voter, ballot in [
            ("hkw-kiezen", "p1", {PLACE: 1}),
            ("hkw-kiezen", "p2", {NAMES: 1}),
            ("hkw-kiezen", "p3", {PLACE: 1}),
            ("stemmen", "p1", {TABLE_TENNIS: 2, TOURNAMENT: 2, BENCH: 1}),
            ("stemmen", "p2", {TABLE_TENNIS: 2, TOURNAMENT: 1}),
            ("stemmen", "p3", {TABLE_TENNIS: 1, BENCH: 2}),
            ("stemmen", "p4", {TABLE_TENNIS: 2}),
        ]
        for text, dots in ballot.items()
    )
    assert votes["organisation"].astype(str).tolist() == [
        people.set_index("participant")["organisation"].astype(str)[voter] for voter in votes["participant"]
    ]
    counted = frames["events"]["kind"].value_counts()
    assert counted["votes_cast"] == 7, "a vote came in more than once"
    assert counted["card_added"] == 9, "a card came in more than once"
