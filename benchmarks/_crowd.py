"""A workshop file with a large crowd in it, made with the commands that phones and the console send."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from kit.case import Case
from kit.model.people import TRAINER, Actor
from kit.programme import Programme
from kit.requests import Join, Request, parse_command
from kit.workshop import Workshop

IDEAS, SHORT, TABLES, ROUNDS = 50, 6, 60, 3
AGREE = ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "L1", "L2", "L3", "L4")
WEIGHTS = (40, 20, 15, 10, 8, 4, 2, 1)
"""How large the delegations are: the municipality's is nearly half of the room."""

Command = dict[str, Any]


def step(name: str, activity: str, phase: str = "ideate", **settings: object) -> dict[str, Any]:
    """Return a step as a programme file has it."""
    words = {"nl": name, "en": name}
    line = {"id": name, "phase": phase, "activity": activity, "minutes": 5}
    return {**line, "title": words, "instruction": words, "settings": settings}


def steps() -> list[dict[str, Any]]:
    """Return a day: asked before, ideas, a vote, an order, a grid in two rounds, a café, asked after."""
    theme = {"id": "t", "title": {"nl": "T", "en": "T"}, "question": {"nl": "V?", "en": "Q?"}}
    return [
        step("before", "survey", "open", items="collaboration", moment="before"),
        step("ideas", "canvas", canvas="brainwriting", hidden=False),
        step("vote", "ballot", source="ideas", method="approval", winners=SHORT),
        step("order", "ballot", source="vote", method="ranking"),
        step("grid", "grid", source="vote", grid="impact-effort"),
        step("cafe", "cafe", themes=[theme], rounds=ROUNDS, tables=TABLES, round_minutes=20),
        step("after", "survey", "close", items="collaboration", moment="after"),
    ]


class Crowd:
    """Those who take part; they are many, so that what they do at one time shares a transaction."""

    def __init__(self, file: Path, people: int, seed: int) -> None:
        """Make the file and let everyone come in."""
        made = {"id": "crowd", "title": {"nl": "Drukte", "en": "Crowd"}, "teams": 4, "steps": steps()}
        self.workshop = Workshop.create(file, Case.load("zonnehoek"), msgspec.convert(made, Programme))
        self.chance = random.Random(seed)  # noqa: S311 - nobody's secret
        known = [one.id for one in self.workshop.room.case.organisations][: len(WEIGHTS)]
        entry = Actor("participant", "join")
        joined = [Request(entry, Join(f"token-{n}")) for n in range(people)]
        self.people = [str(one.participant) for one in self._all(joined)]
        homes = self.chance.choices(known, WEIGHTS[: len(known)], k=people)
        self.home = dict(zip(self.people, homes, strict=True))
        self.organisations = sorted(set(homes))
        self.each("set_profile", lambda who: {"organisation": self.home[who]})

    def _all(self, requests: Iterable[Request]) -> Iterator[Any]:
        for outcome in self.workshop.transact(requests):
            if isinstance(outcome, Exception):
                raise outcome
            yield outcome

    def trainer(self, kind: str, name: str) -> None:
        """The trainer does something with a step."""
        self.workshop.do({"kind": kind, "step": name}, TRAINER)

    def start(self, name: str) -> None:
        """Go to a step and open it."""
        self.trainer("go_to", name)
        self.trainer("open", name)

    def each(self, kind: str, says: Callable[[str], Command], people: Iterable[str] | None = None) -> None:
        """Everyone, or some, do something; ``says`` returns the fields of the command of one of them."""
        commands = (
            (who, parse_command(msgspec.json.encode({"kind": kind, **says(who)})))
            for who in people or self.people
        )
        list(self._all(Request(Actor("participant", who, who), command) for who, command in commands))

    def answer(self, name: str, shift: int) -> None:
        """Everyone answers the questions."""

        def says(who: str) -> Command:
            answers = {item: min(5, self.chance.randint(1, 4) + shift) for item in AGREE}
            others = (one for one in self.organisations if one != self.home[who])
            known = {f"N2:{one}": self.chance.randint(0, 1) for one in others}
            return {"step": name, "answers": answers | known}

        self.start(name)
        self.each("answer", says)
        self.trainer("close", name)

    def decide(self) -> None:
        """Everyone writes, votes on all ideas, and orders those that are left."""
        self.start("ideas")
        say = {"step": "ideas", "zone": "idea"}
        self.each("add_card", lambda who: {**say, "text": f"idee van {who}"}, self.people[:IDEAS])
        cards = list(self.workshop.room.cards)
        self.start("vote")
        weights = {who: self.chance.random() for who in self.organisations}

        def votes(who: str) -> Command:
            given = self.chance.choices((1, 0, -1), (1 + weights[self.home[who]], 0.5, 1), k=len(cards))
            return {"step": "vote", "votes": dict(zip(cards, given, strict=True))}

        self.each("cast_votes", votes)
        self.trainer("close", "vote")
        self.start("order")
        short = list(self.workshop.room.steps["order"].frozen["cards"])

        def order(_who: str) -> Command:
            places = self.chance.sample(range(1, len(short) + 1), len(short))
            return {"step": "order", "votes": dict(zip(short, places, strict=True))}

        self.each("cast_votes", order)
        self.trainer("close", "order")
        self.place(short)

    def place(self, cards: list[str]) -> None:
        """Everyone places the cards that are left, and places them again."""
        for number in range(2):
            self.start("grid") if number == 0 else self.trainer("open", "grid")
            for card in cards:
                say = {"step": "grid", "card": card}
                self.each(
                    "place_card",
                    lambda _, say=say: {
                        **say,
                        "x": self.chance.randint(1, 5),
                        "y": self.chance.randint(1, 5),
                    },
                )
            self.trainer("close", "grid")
            if number == 0:
                self.trainer("next_round", "grid")

    def meet(self) -> None:
        """All rounds of the café begin."""
        self.start("cafe")
        for _ in range(ROUNDS):
            self.trainer("next_round", "cafe")


def make(file: Path, people: int, seed: int) -> Workshop:
    """Make a workshop with so many people in it, and return it."""
    crowd = Crowd(file, people, seed)
    crowd.answer("before", 0)
    crowd.decide()
    crowd.meet()
    crowd.answer("after", 1)
    return crowd.workshop
