"""The routes between a screen and its kernel: the websocket, whether the kernel lives, and goodbye.

None runs code that a visitor sends, and each asks for the cookie of the role that the kernel belongs to.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from jupyter_server.auth import Authorizer, IdentityProvider, User
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError, RequestHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from kit.server.access import Access
from kit.server.kernels import GOING_AWAY, ScreenKernels
from kit.server.said import SaidHandler

STARTING: Final = "starting"
"""What a page calls its kernel as long as it has none."""


class KernelRoute(SaidHandler):
    """A route about one kernel, for the screens that belong to it."""

    def initialize(self, access: Access, kernels: ScreenKernels) -> None:
        """Take who may, and which kernels there are."""
        self.access = access
        self.kernels = kernels

    def refuse_strangers(self, kernel_id: str) -> None:
        """Refuse a browser without any role, and one whose role is not this kernel's."""
        roles = self.access.roles_of(self)
        if not roles or (kernel_id in self.kernels and not self.kernels.may_use(kernel_id, roles)):
            raise HTTPError(403)


class AliveHandler(KernelRoute):
    """``GET /voila/alive/KERNEL``: 204 when it lives, 410 when the page has to start again.

    A page that has no kernel yet asks for ``starting``, to hear which run of the server this is.
    """

    async def get(self, kernel_id: str) -> None:
        """Answer, with the run of the server and the number of connected screens in headers of our own."""
        self.refuse_strangers(kernel_id)
        lives = await self.kernels.lives(kernel_id)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Leefkit-Run", self.kernels.run)
        self.set_header("Leefkit-Sockets", str(self.kernels.sockets(kernel_id) if lives else 0))
        self.set_status(204 if lives or kernel_id == STARTING else 410)


class EndHandler(KernelRoute):
    """``POST /voila/api/shutdown/KERNEL``: a page says goodbye, so its kernel can go."""

    def check_xsrf_cookie(self) -> None:
        """Let the beacon pass, which can carry no token; ``post`` looks at where it comes from instead."""

    def post(self, kernel_id: str) -> None:
        """Begin to end the kernel. Answers 204 as well when it is gone already."""
        if not self._from_here():
            raise HTTPError(403)
        self.refuse_strangers(kernel_id)
        self.kernels.end(kernel_id)
        self.set_status(204)

    def _from_here(self) -> bool:
        site = self.request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site == "same-origin"
        return urlsplit(self.request.headers.get("Origin", "")).netloc == self.request.host


class KernelModelHandler(KernelHandler):
    """``GET /api/kernels/KERNEL``: what Voilà's program in the browser asks before it connects."""

    SUPPORTED_METHODS = ("GET",)

    async def prepare(self) -> None:  # type: ignore[override]
        """Refuse with 403; there is no login to be sent to."""
        await JupyterHandler.prepare(self, _redirect_to_login=False)
        if not self.check_origin():
            raise HTTPError(403)

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Say no more than the status."""
        self.set_status(status_code)
        self.finish()


class KernelSocket(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """The kernel's websocket. Its messages are filtered by the kernels' own list of allowed ones."""

    @property
    def ping_timeout(self) -> int:
        """How long a silent screen counts as connected.

        Jupyter reads this in milliseconds while the socket is open. Tornado reads it once before, for pings
        of its own that never come, and complains when it is more than the interval.
        """
        return int(self.settings["ws_ping_timeout"] if self.last_ping else self.ping_interval)

    async def open(self, kernel_id: str) -> None:
        """Connect the screen. Small messages go out at once: waiting to join them costs 40 ms a click."""
        if self.kernel_manager.closing:
            self.close(GOING_AWAY)
            return
        self.set_nodelay(True)
        self.kernel_manager.came(kernel_id, self)
        with self.kernel_manager.at_work():
            await super().open(kernel_id)

    async def pre_get(self) -> None:
        """Get to know the kernel."""
        with self.kernel_manager.at_work():
            await super().pre_get()

    def on_message(self, ws_message: str | bytes) -> None:
        """Pass it on to the kernel, unless that ends: Jupyter would write to a stream that is closed."""
        if not self.kernel_manager.closing:
            super().on_message(ws_message)

    def on_close(self) -> None:
        """Disconnect the screen."""
        self.kernel_manager.went(self.kernel_id, self)
        if not self.kernel_manager.closing:  # else Jupyter did that already, and can't do it twice
            super().on_close()

    def log_exception(self, *error: Any) -> None:
        """Tell what failed, unless the server stops: connecting to a kernel that ends has to fail."""
        if not self.kernel_manager.closing:
            super().log_exception(*error)

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Say no more than the status."""
        self.set_status(status_code)
        self.finish()


class RoleIdentity(IdentityProvider):
    """Tells Jupyter's handlers who asks: whoever holds the cookie of a role."""

    access: Access

    def get_user(self, handler: RequestHandler) -> User | None:
        """Return a user named after the roles, or None."""
        roles = self.access.roles_of(handler)
        return User("+".join(sorted(roles))) if roles else None


class RoleAuthorizer(Authorizer):
    """Tells Jupyter's handlers what is allowed: to use the kernels of one's own role."""

    access: Access
    kernels: ScreenKernels

    def is_authorized(  # the signature is Jupyter's
        self,
        handler: JupyterHandler,
        user: User,  # noqa: ARG002
        action: str,  # noqa: ARG002
        resource: str,
    ) -> bool:
        """Allow requests about a kernel of the asking browser's role, and nothing else."""
        kernel_id = handler.path_kwargs.get("kernel_id", "")
        return resource == "kernels" and self.kernels.may_use(kernel_id, self.access.roles_of(handler))
