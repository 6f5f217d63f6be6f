"""The kernels behind the Voilà screens.

Each belongs to a role, runs apart from the user's own Jupyter, and ends when nobody looks any more.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import site
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import zmq
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from jupyter_server.utils import ApiPath
from tornado.websocket import WebSocketHandler
from traitlets import default

from kit.paths import PACKAGE
from kit.server.ports import Ports

LOG = logging.getLogger(__name__)

ORPHAN_SECONDS: Final = 120.0
"""How long a kernel may live without a screen: a tablet that sleeps for a moment keeps its own."""

REAP_EVERY_SECONDS: Final = 30.0

WORK_SECONDS: Final = 10.0
"""How long a page or a socket may take to come about or to break off when the server stops."""

GOING_AWAY: Final = 1001
"""The code with which a websocket closes when the server stops."""

SOCKET_PATH_MAX: Final = 90
"""Bytes in the name of a kernel's socket files. Unix allows 103 on macOS, 107 on Linux, and "-1" follows."""


class KernelSpecs(KernelSpecManager):
    """Knows one kernel: this very Python, whatever kernels are installed on the machine."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the one kernel's name."""
        return {NATIVE_KERNEL_NAME: ""}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:  # noqa: ARG002 - a notebook may name any kernel
        """Return how to start this Python as a kernel."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(
            argv=[*argv, "--HistoryManager.enabled=False"],
            display_name="Python 3",
            language="python",
            resource_dir="",
            interrupt_mode="message",  # a signal can make the kernel miss the message to stop: 2.5 s longer
        )


class ClosingError(Exception):
    """The server stops: no kernel starts any more."""


class ScreenKernel(ServerKernelManager):
    """One kernel. It is not started again when it dies: an empty kernel under the same id helps nobody."""

    ports_to_take = Ports()

    @default("autorestart")
    def _never(self) -> bool:
        return False

    @default("transport")
    def _transport_of_this_system(self) -> str:
        # A socket file can't be taken by another program, as a port can (jupyter_client#487).
        fits = len(os.fsencode(self._socket_files())) <= SOCKET_PATH_MAX
        return "ipc" if os.name == "posix" and zmq.has("ipc") and fits else "tcp"

    def _ip_default(self) -> str:
        return self._socket_files() if self.transport == "ipc" else str(super()._ip_default())

    def _socket_files(self) -> str:
        return str(Path(self.connection_file).with_suffix(""))

    @default("cache_ports")
    def _pick_ports_ourselves(self) -> bool:
        return False

    async def _async_pre_start_kernel(self, **kw: Any) -> tuple[list[str], dict[str, Any]]:
        if self.transport == "tcp":
            names = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")
            for name, port in zip(names, self.ports_to_take.take(len(names), self.ip), strict=True):
                setattr(self, name, port)
        return await super()._async_pre_start_kernel(**kw)


class ScreenKernels(AsyncMappingKernelManager):
    """All kernels of a server, with the role that each belongs to.

    Attributes:
        clock: Tells the time in seconds, for ageing.
        closing: Whether the server stops: no kernel starts any more, and no screen is listened to.
        run: Names this run of the server, so that a page can tell that it is from an earlier one.
        starting: Held while a kernel starts. Twelve tablets that open at once would otherwise all wait for
            the slowest; a few at a time take as long in all.
    """

    clock: Callable[[], float] = staticmethod(time.monotonic)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self.closing = False
        self._works, self._idle = 0, asyncio.Event()
        self.run = secrets.token_hex(8)
        self._roles: dict[str, str] = {}
        self._screens: dict[str, set[WebSocketHandler]] = {}
        self._alone_since: dict[str, float] = {}
        self._ending: dict[str, asyncio.Task[None]] = {}
        self.starting = asyncio.Semaphore(max(2, os.cpu_count() or 2))
        self._reaper: asyncio.Task[None] | None = None

    @default("kernel_manager_class")
    def _our_kernel(self) -> str:
        return f"{__name__}.{ScreenKernel.__name__}"

    async def start_for(self, role: str, env: Mapping[str, str]) -> str:
        """Start a kernel that belongs to ``role`` and return its id.

        Raises:
            ClosingError: The server stops.
        """
        if self.closing:
            message = "the server stops, so no kernel starts any more; start the workshop again"
            raise ClosingError(message)
        kernel_id = str(self.new_kernel_id())
        await self.start_kernel(
            kernel_id=kernel_id, kernel_name=NATIVE_KERNEL_NAME, path=ApiPath(""), env=dict(env)
        )
        self._roles[kernel_id] = role
        self._alone_since[kernel_id] = self.clock()
        if self._reaper is None:
            self._reaper = asyncio.create_task(self._reap_for_ever())
        return kernel_id

    def may_use(self, kernel_id: str, roles: Iterable[str]) -> bool:
        """Tell whether a browser with these roles may talk to this kernel."""
        role = self._roles.get(kernel_id)
        return role is not None and not {role, "trainer"}.isdisjoint(roles)

    def sockets(self, kernel_id: str) -> int:
        """Return how many screens are connected to this kernel."""
        return len(self._screens.get(kernel_id, ()))

    def came(self, kernel_id: str, screen: WebSocketHandler) -> None:
        """Note that a screen connected. Jupyter's own count goes wrong when a connection is lost twice."""
        self._screens.setdefault(kernel_id, set()).add(screen)
        self._alone_since.pop(kernel_id, None)

    def went(self, kernel_id: str, screen: WebSocketHandler) -> None:
        """Note that a screen went."""
        self._screens.get(kernel_id, set()).discard(screen)
        if kernel_id in self._roles and not self.sockets(kernel_id):
            self._alone_since[kernel_id] = self.clock()

    async def lives(self, kernel_id: str) -> bool:
        """Tell whether this kernel can still be used; one whose process is gone is cleaned up."""
        if kernel_id not in self or kernel_id in self._ending:
            return False
        if await ensure_async(self.get_kernel(kernel_id).is_alive()):
            return True
        self.end(kernel_id)
        return False

    def end(self, kernel_id: str) -> None:
        """Begin to end a kernel. Does nothing when it is gone or ending already."""
        if kernel_id in self and kernel_id not in self._ending:
            task = asyncio.create_task(self._end(kernel_id))
            self._ending[kernel_id] = task

    async def _end(self, kernel_id: str) -> None:
        try:
            await self.shutdown_kernel(kernel_id)  # type: ignore[no-untyped-call]
        finally:
            for known in (self._roles, self._screens, self._alone_since, self._ending):
                known.pop(kernel_id, None)

    async def reap(self) -> None:
        """End the kernels that nobody was connected to for a while, and those whose process died.

        Jupyter's own culling goes by the last message of a kernel. A screen that follows a workshop sends one
        with every vote, so a forgotten one would live for ever.
        """
        for kernel_id in list(self._kernels):
            alone = self._alone_since.get(kernel_id)
            forgotten = alone is not None and self.clock() - alone > ORPHAN_SECONDS
            if forgotten or not await self.lives(kernel_id):
                self.end(kernel_id)

    async def _reap_for_ever(self) -> None:
        while True:
            await asyncio.sleep(REAP_EVERY_SECONDS)
            await self.reap()

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Let the kernels be until the block is done: a page comes about, or a socket connects."""
        self._works += 1
        try:
            yield
        finally:
            self._works -= 1
            if not self._works:
                self._idle.set()

    async def at_rest(self) -> None:
        """Return when nothing is at work: Jupyter can't connect a socket to a kernel that goes meanwhile."""
        self._idle.clear()
        if self._works:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._idle.wait(), WORK_SECONDS)

    def hang_up(self) -> None:
        """Hang up on every screen."""
        for screen in [one for screens in self._screens.values() for one in screens]:
            screen.close(GOING_AWAY)

    async def close(self) -> None:
        """End every kernel and wait until they are gone. The sockets to them go last, all at once.

        None is asked to end: it would still answer while it closes its own sockets, and print in the
        trainer's window that it can't. Nothing is lost: what a screen did is on disk or was never confirmed.
        """
        self.closing = True
        if self._reaper is not None:
            self._reaper.cancel()
            self._reaper = None
        for kernel_id in list(self._kernels):
            if (provisioner := self.get_kernel(kernel_id).provisioner) is not None:
                await provisioner.kill()
            self.end(kernel_id)
        for outcome in await asyncio.gather(*self._ending.values(), return_exceptions=True):
            if isinstance(outcome, Exception):
                LOG.warning("%r", outcome)
        self.context.destroy(linger=0)


def kernel_env(private: Path, *extra: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a kernel that shares nothing with the user's own Jupyter and IPython.

    Args:
        private: A folder of the server's own, for what Jupyter and IPython want to write.
        extra: What to add; the last one wins.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        env[name] = str(private / name.lower())
    env["JUPYTER_NO_CONFIG"] = "1"
    env["JUPYTER_PLATFORM_DIRS"] = "1"
    root = str(PACKAGE.parent)
    if root not in site.getsitepackages():
        # A checkout need not be installed, and the kernel works in the folder of the notebooks.
        env["PYTHONPATH"] = os.pathsep.join(filter(None, [root, env.get("PYTHONPATH", "")]))
    for more in extra:
        env.update(more)
    return env


_FOREIGN: Final = ("JUPYTER", "JPY_", "IPYTHON", "VOILA", "PYTHONSTARTUP", "PYTHONINSPECT")
