"""Simulated participants: real sockets, sensible Dutch, and the same room again for the same seed."""

from __future__ import annotations

import asyncio
import contextlib
from urllib.parse import urlsplit

from kit.errors import InputError
from kit.simulation.crowd import Crowd
from kit.simulation.lead import Lead
from kit.simulation.phone import Phone
from kit.simulation.script import Script


async def demonstrate(
    url: str,
    code: str,
    case: str,
    participants: int,
    seed: int,
    *,
    trainer_key: str | None = None,
    pace: float = 1.0,
) -> None:
    """Let simulated participants take part in a running workshop, until it is finished.

    Args:
        url: Address of the server; a join address will do.
        code: The join code.
        case: The case whose ``simulation.yaml`` says what they write and like.
        participants: How many take part.
        seed: The same seed gives the same contributions and votes.
        trainer_key: Key of the trainer's link. With it the programme is led too, until a person does.
        pace: Think-times are multiplied by this.

    Raises:
        InputError: There is no workshop at ``url``, the code is wrong, or the server is gone for good.
    """
    address = live_address(url)
    crowd = Crowd(address, code.strip().upper(), Script.load(case), participants, seed=seed, pace=pace)
    work = [asyncio.create_task(crowd.join())]
    if trainer_key is not None:
        lead = Lead(Phone(address, key=trainer_key), crowd, pace)
        work.append(asyncio.create_task(lead.run()))
    finished = asyncio.create_task(crowd.finished())
    try:
        await _first_to_fail(finished, work)
    finally:
        for task in (finished, *work):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, InputError):
                await task
        await crowd.close()


async def _first_to_fail(finished: asyncio.Task[None], work: list[asyncio.Task[None]]) -> None:
    """Return when ``finished`` is done; raise what any of the others raises before that."""
    waiting = {finished, *work}
    while not finished.done():
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()


def live_address(url: str) -> str:
    """Return the address of the socket behind a server's address, or behind a join address.

    Raises:
        InputError: It is no address of a server.
    """
    parts = urlsplit(url if "//" in url else f"http://{url}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        message = f"{url}: this is no address of a workshop; expected something like http://192.168.1.20:8765"
        raise InputError(message)
    return f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}/live"
