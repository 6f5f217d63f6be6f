"""`_crowd.py FILE PROGRAMME` runs a programme with simulated people, and prints what its last step shows."""

import asyncio
import json
import sys
from pathlib import Path

from kit.workshop import Workshop
from tests.simulation import _room


async def last_view(file, programme):
    """Return what the trainer sees of the last step once it is closed."""
    Workshop.create(file, "zonnehoek", programme).close()
    async with (
        _room.served(file) as (server, told),
        _room.watching(server, told) as trainer,
        _room.crowd(server, told, 6),
    ):
        await trainer.until(lambda room: room["steps"][-1]["status"] == "closed")
        return trainer.room["view"]


if __name__ == "__main__":
    print(json.dumps(asyncio.run(last_view(Path(sys.argv[1]), sys.argv[2]))))
