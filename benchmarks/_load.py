"""The load: one process with a hall of phones for each server that is measured.

Takes a JSON list of halls, and prints a list of what was measured. The halls do the same things in turn,
phase by phase, so that a machine that is busy for a minute is busy for all of them.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from bisect import bisect_left
from collections.abc import Awaitable, Callable
from typing import Any

import psutil
from _phone import Answer, Phone, clock

JOIN_SECONDS = 10.0
CARD_SECONDS = 10.0
VOTE_SECONDS = 5.0
SUSTAIN_SECONDS = 10.0
PEAK_SECONDS = 5.0
IN_FLIGHT = 64
IDEAS = 40
STAYS_AWAY = (0.2, 2.0)
ORGANISATIONS = ("gemeente-veiligheid", "politie", "bewoners", "corporatie", "jongerenwerk", "school")


class Hall:
    """All phones, the console and the wall of one run."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.url: str = options["url"]
        self.server = psutil.Process(options["pid"])
        self.rate: int = options["rate"]
        self.scale: float = options["scale"]
        self.random = random.Random(options["seed"])  # noqa: S311 - no secret
        hello = {"op": "hello", "v": 1, "lang": "nl"}
        code = {"code": options.get("code", "")}
        self.phones = [Phone(self.url, hello | code) for _ in range(options["phones"])]
        keys: dict[str, str] = options.get("keys", {})
        self.screens = {role: Phone(self.url, hello | {"key": key}, watch=True) for role, key in keys.items()}
        self.measured: dict[str, Any] = {"refused": [], "cards": [], "votes": {}}
        self.sent: list[Answer] = []
        self.options: list[str] = ["k1", "k2", "k3", "k4", "k5"]

    def cpu(self) -> float:
        """Return the processor time that the server used so far, in seconds."""
        times = self.server.cpu_times()
        return float(times.user + times.system)

    async def spread(
        self, seconds: float, work: Callable[[int], Awaitable[Any]], count: int = 0
    ) -> list[Any]:
        """Let phones do something, evenly over some seconds."""
        count, seconds = count or len(self.phones), seconds * self.scale
        began = clock()

        async def one(n: int) -> object:
            await asyncio.sleep(max(0.0, began + seconds * n / count - clock()))
            return await work(n)

        return await asyncio.gather(*(one(n) for n in range(count)))

    async def lead(self, *commands: dict[str, Any]) -> None:
        """The trainer does something."""
        for command in commands if self.screens else ():
            answer = await self.screens["trainer"].do(command)
            if answer.refused:
                message = f"the trainer's {command} was refused: {answer.refused}"
                raise RuntimeError(message)

    async def step(self, name: str) -> None:
        """The trainer moves the room and opens the step."""
        await self.lead({"kind": "go_to", "step": name}, {"kind": "open", "step": name})

    def note(self, answers: list[Answer]) -> list[float]:
        """Count refusals; return the milliseconds of what was acknowledged."""
        self.measured["refused"] += [one.refused for one in answers if one.refused]
        return [1000 * one.seconds for one in answers if not one.refused]

    def shown(self, answers: list[Answer]) -> list[list[float]]:
        """Return when each command was sent, and the ``seq`` it led to, for whoever watched elsewhere."""
        return [[one.sent, one.seq] for one in answers if not one.refused]

    def until(self, role: str, answers: list[Answer]) -> list[float]:
        """Return the milliseconds from sending each command until a screen showed it."""
        seen = self.screens[role].seen
        numbers = [seq for _, seq in seen]
        places = [(one.sent, bisect_left(numbers, one.seq)) for one in answers if not one.refused]
        return [1000 * (seen[place][0] - sent) for sent, place in places if place < len(seen)]

    async def join(self) -> None:
        """Everyone comes in: page, socket, hello, profile."""
        pages: list[tuple[int, int]] = []
        loads: list[float] = []
        profiles: list[Answer] = []

        async def one(n: int) -> float:
            began = clock()
            pages.append(await self.phones[n].load())
            loads.append(1000 * (clock() - began))
            took = 1000 * await self.phones[n].connect()
            profile = {"kind": "set_profile", "organisation": ORGANISATIONS[n % len(ORGANISATIONS)]}
            profiles.append(await self.phones[n].do(profile))
            return took

        for screen in self.screens.values():
            await screen.connect()
        await self._at_rest()
        memory, cpu = self.server.memory_info().rss, self.cpu()
        joins = await self.spread(JOIN_SECONDS, one)
        await asyncio.sleep(1)
        count = len(self.phones)
        self.measured |= {
            "page_ms": loads, "join_ms": joins, "profile_ms": self.note(profiles),
            "page_requests": pages[0][0], "page_bytes": pages[0][1],
            "cpu_ms_per_join": 1000 * (self.cpu() - cpu) / count,
            "kb_per_phone": (self.server.memory_info().rss - memory) / 1000 / count,
        }  # fmt: skip

    async def _at_rest(self) -> None:
        """Wait until the server has done what it does once, at its start."""
        before = -1.0
        while self.cpu() - before > 0.05:
            before = self.cpu()
            await asyncio.sleep(0.5)

    async def cards(self) -> None:
        """Everyone writes a card that all phones show at once; some write an idea to vote on."""
        await self.step("feedback")

        async def add(step: str, zone: str, text: str, n: int) -> Answer:
            command = {"kind": "add_card", "step": step, "zone": zone, "text": text}
            answer = await self.phones[n].do(command)
            if not answer.refused:
                self.measured["cards"].append(text)
            return answer

        async def card(n: int) -> Answer:
            text = f"Deelnemer {n} vindt: wat je hier ziet, dat zie je niet overal."
            return await add("feedback", "plus", text, n)

        async def idea(n: int) -> Answer:
            text = f"Idee {n}: elke avond iemand op het plein die iedereen bij naam kent."
            return await add("bedenken", "idea", text, n)

        cpu = self.cpu()
        answers = await self.spread(CARD_SECONDS, card)
        await asyncio.sleep(1)
        self.measured["card_ms"] = self.note(answers)
        self.measured["cpu_ms_per_card"] = 1000 * (self.cpu() - cpu) / len(answers)
        self._watched("card", answers)
        await self.step("bedenken")
        self.note(await self.spread(1, idea, min(IDEAS, len(self.phones))))
        await self.lead({"kind": "reveal", "step": "bedenken"})
        await self.step("stemmen")
        if self.screens:
            self.options = await self._on_the_ballot()

    async def _on_the_ballot(self) -> list[str]:
        while True:
            view = json.loads(self.screens["wall"].latest)["data"]["view"]
            if options := view.get("options"):
                return [one["card"] for one in options]
            await asyncio.sleep(0.1)

    def _watched(self, what: str, answers: list[Answer]) -> None:
        for role in self.screens:
            self.measured[f"{what}_on_{role}_ms"] = self.until(role, answers)
        self.sent += answers

    def ballot(self, n: int) -> dict[str, Any]:
        """Return a new ballot of one phone."""
        first, second, third = self.random.sample(self.options, 3)
        votes = {first: 2, second: 2, third: 1}
        self.measured["votes"][self.phones[n].participant] = votes
        return {"kind": "cast_votes", "step": "stemmen", "votes": votes}

    async def vote(self) -> None:
        """Everyone votes within some seconds."""
        cpu = self.cpu()
        answers = await self.spread(VOTE_SECONDS, lambda n: self.phones[n].do(self.ballot(n)))
        await asyncio.sleep(1)
        self.measured["vote_ms"] = self.note(answers)
        self.measured["cpu_ms_per_vote"] = 1000 * (self.cpu() - cpu) / len(answers)
        self._watched("vote", answers)

    async def come_back(self) -> None:
        """One phone in five loses its connection while it votes, and returns."""
        away = self.phones[::5]

        async def one(n: int) -> tuple[float, Answer]:
            phone = away[n]
            vote = asyncio.ensure_future(phone.do(self.ballot(5 * n), then_drop=True))
            await asyncio.sleep(self.random.uniform(*STAYS_AWAY))
            took = await phone.connect()
            return 1000 * took, await vote

        outcomes = await self.spread(2, one, len(away))
        self.note([answer for _, answer in outcomes])
        self.measured["return_ms"] = [took for took, _ in outcomes]

    async def sustain(self) -> None:
        """Votes come at a fixed rate, whether the server keeps up or not."""
        tasks: list[asyncio.Task[Answer]] = []
        cpu, mine, began = self.cpu(), psutil.Process().cpu_times().user, clock()
        while (now := clock() - began) < SUSTAIN_SECONDS * self.scale:
            while len(tasks) < now * self.rate:
                n = len(tasks) % len(self.phones)
                tasks.append(asyncio.ensure_future(self.phones[n].do(self.ballot(n))))
            await asyncio.sleep(0.005)
        answers = await asyncio.gather(*tasks)
        last = max(one.sent + one.seconds for one in answers)
        self.measured["steady_ms"] = self.note(answers)
        self.measured["steady_per_s"] = len(answers) / (last - began)
        self.measured["steady_cpu_share"] = (self.cpu() - cpu) / (last - began)
        self.measured["load_cpu_share"] = (psutil.Process().cpu_times().user - mine) / (last - began)

    async def peak(self) -> None:
        """As many votes as the server can take, with some tens of phones that always have one waiting."""
        answers: list[Answer] = []
        began = clock()

        async def one(n: int) -> None:
            while clock() - began < PEAK_SECONDS * self.scale:
                answers.append(await self.phones[n].do(self.ballot(n)))

        await asyncio.gather(*(one(n) for n in range(min(IN_FLIGHT, len(self.phones)))))
        self.measured["peak_ms"] = self.note(answers)
        self.measured["peak_per_s"] = len(answers) / (clock() - began)

    async def end(self) -> None:
        """The trainer closes the vote."""
        self.measured["sent"] = self.shown(self.sent)
        await self.lead({"kind": "close", "step": "stemmen"})


async def run(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Do everything, one after another, in every hall."""
    halls = [Hall(one) for one in options]
    for phase in ("join", "cards", "vote", "come_back", "sustain", "peak", "end"):
        for hall in halls:
            await getattr(hall, phase)()
    return [hall.measured for hall in halls]


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(json.loads(sys.argv[1])))))
