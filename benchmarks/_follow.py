"""A second process on the same workshop file, as Voilà's kernel of a wall is one.

Takes the file and prints ``<clock> <seq>`` each time that its screen is drawn, until its input closes.
"""

import asyncio
import sys
import time

import msgspec

from kit.model.people import Viewer
from kit.widgets.screen import FOLLOW_SECONDS
from kit.workshop import Workshop


async def follow(workshop: Workshop) -> None:
    """Do what the widget does: ask whether something changed, and make the view anew if so."""
    viewer = Viewer("wall", "nl")
    changed = True
    while True:
        if changed:
            msgspec.to_builtins(workshop.shared(workshop.audience(viewer)))
            print(time.monotonic(), workshop.seq, flush=True)
        await asyncio.sleep(FOLLOW_SECONDS)
        changed = workshop.catch_up()


async def main() -> None:
    """Follow until standard input closes."""
    with Workshop.open(sys.argv[1]) as workshop:
        following = asyncio.create_task(follow(workshop))
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
        following.cancel()


if __name__ == "__main__":
    asyncio.run(main())
