"""The Voilà application: four notebooks for four roles, with the kernels and files they need and no more.

Everything is set here. No configuration, kernel or extension of the user's own Jupyter is read, so that
a workshop runs the same on every laptop.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ipaddress
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.httputil import HTTPServerRequest
from tornado.web import Application, url
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration

from kit.server.access import ROLES, Access, OpenHandler
from kit.server.assets import PREFIX, AssetHandler, Assets
from kit.server.kernel_routes import (
    AliveHandler,
    EndHandler,
    KernelModelHandler,
    KernelSocket,
    RoleAuthorizer,
    RoleIdentity,
)
from kit.server.kernels import KernelSpecs, ScreenKernels, kernel_env
from kit.server.private import PrivateDir
from kit.server.said import Closing, NothingHere
from kit.server.screens import Renderer, ScreenHandler

_KERNEL: Final = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"

_ALLOWED_MESSAGES: Final = [
    "comm_open",
    "comm_close",
    "comm_msg",
    "comm_info_request",
    "kernel_info_request",
]
"""What a screen may say to its kernel. Above all not ``execute_request``."""

_PING_MS: Final = 10_000
_LOST_MS: Final = 30_000
"""After so long without an answer a websocket is closed, so that a page that comes back is told at once."""

_IMAGES: Final = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"}


class _Pictures:
    """What the renderer of Markdown asks, for the pictures beside the notebooks. It can read nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def file_exists(self, source: str) -> bool:
        path = (self._folder / source).resolve()
        return path.suffix.lower() in _IMAGES and path.is_relative_to(self._folder) and path.is_file()

    def get(self, source: str, format: str) -> dict[str, str]:  # noqa: A002, ARG002 - Jupyter's own name for it
        return {"content": base64.b64encode((self._folder / source).read_bytes()).decode()}


class _Site(Application):
    """The routes. Once it is ``closing`` none of them is taken any more."""

    closing = False

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        if self.closing:
            return self.get_handler_delegate(request, Closing)
        return super().find_handler(request, **kwargs)


class LeefkitVoila(Voila):  # type: ignore[misc]
    """Voilà, set up by `make_voila`.

    Attributes:
        app: The Tornado application; its owner decides when and where it listens.
        access: Who may open what.
        kernels: The kernels of the open screens.
        assets: The files of the browser side.
    """

    access: Access
    kernels: ScreenKernels
    assets: Assets
    app: _Site
    kernel_extra: dict[str, str]
    private: PrivateDir

    @property
    def url(self) -> str:
        """The address at which the kernels reach this server."""
        settings = self.app.settings
        scheme = "https" if settings.get("https") or settings.get("ssl_options") else "http"
        return f"{scheme}://{_own_address(self.ip)}:{self.port}"

    def set_up(self, access: Access, first: list[Any], settings: dict[str, Any]) -> None:
        """Make the parts and the application, with ``first`` as its first routes."""
        self.access = access
        self.assets = Assets()
        self.voila_configuration = VoilaConfiguration(
            parent=self,
            template="leefkit",
            allow_template_override="NO",
            allow_theme_override="NO",
            show_tracebacks=False,
        )
        self.kernel_spec_manager = KernelSpecs(parent=self)
        self.kernels = ScreenKernels(
            parent=self,
            connection_dir=self.connection_dir,
            kernel_spec_manager=self.kernel_spec_manager,
            allowed_message_types=_ALLOWED_MESSAGES,
            allow_tracebacks=False,
        )
        self._rendering: set[ScreenHandler] = set()
        self.app = _Site([*first, *self.init_handlers()], **(self.init_settings() | settings))
        self._warming = asyncio.get_running_loop().run_in_executor(None, self.assets.warm)

    def init_settings(self) -> dict[str, Any]:
        """Return the settings that Jupyter's handlers ask for."""
        identity = RoleIdentity(parent=self, token="")
        identity.access = self.access
        authorizer = RoleAuthorizer(parent=self, identity_provider=identity)
        authorizer.access, authorizer.kernels = self.access, self.kernels
        return {
            "allow_remote_access": True,
            "authorizer": authorizer,
            "base_url": "/",
            "cookie_secret": self.access.cookie_secret,
            "default_handler_class": NothingHere,
            "identity_provider": identity,
            "kernel_manager": self.kernels,
            "kernel_websocket_connection_class": ZMQChannelsWebsocketConnection,
            "ws_ping_interval": _PING_MS,
            "ws_ping_timeout": _LOST_MS,
        }

    def init_handlers(self) -> list[Any]:
        """Return the routes: what is not here does not exist. Voilà's tree, files and login are not."""
        roles = "|".join(ROLES)
        kernel = {"access": self.access, "kernels": self.kernels}
        return [
            url(rf"/open/({roles})", OpenHandler, {"access": self.access}),
            url(rf"/voila/render/({roles})\.ipynb", ScreenHandler, {"host": self}),
            url(r"/voila/alive/([\w-]+)", AliveHandler, kernel),
            url(r"/voila/api/shutdown/([\w-]+)", EndHandler, kernel),
            url(rf"/api/kernels/{_KERNEL}", KernelModelHandler),
            url(rf"/api/kernels/{_KERNEL}/channels", KernelSocket),
            url(rf"{PREFIX}/([0-9a-f]+)/(.+)", AssetHandler, {"assets": self.assets}),
        ]

    def renderer(self, role: str, page: dict[str, Any], team: str) -> Renderer:
        """Return what makes the page of the notebook of ``role``."""
        extra = {"LEEFKIT_ROLE": role, "LEEFKIT_URL": self.url, "LEEFKIT_LANG": page["lang"]}
        if team:
            extra["LEEFKIT_TEAM"] = team
        page = page | {
            "assets": self.assets.base,
            "run": self.kernels.run,
            "preloads": self.assets.preloads(),
            "stylesheets": self.app.settings.get("leefkit_stylesheets", []),
        }
        return Renderer(
            kernels=self.kernels,
            role=role,
            env=kernel_env(Path(self.connection_dir), self.kernel_extra, extra),
            page=page,
            voila_configuration=self.voila_configuration,
            traitlet_config=self.config,
            notebook_path=str(Path(self.root_dir, f"{role}.ipynb")),
            template_paths=self.template_paths,
            contents_manager=_Pictures(Path(self.root_dir)),
            kernel_spec_manager=self.kernel_spec_manager,
            base_url="/",
            page_config=self.assets.page_config(),
        )

    @contextlib.contextmanager
    def rendering(self, screen: ScreenHandler) -> Iterator[None]:
        """Know that this page comes about, so that stopping can break it off and wait for that."""
        self._rendering.add(screen)
        try:
            with self.kernels.at_work():
                yield
        finally:
            self._rendering.discard(screen)

    def close_doors(self) -> None:
        """Take no request any more and break off the pages that come about.

        A screen that hears that its kernel is gone asks for its page anew, over a connection that is still
        open. It would get a kernel that starts while the ones before it end.
        """
        self.app.closing = self.kernels.closing = True
        for screen in self._rendering:
            screen.gone = True

    async def shutdown(self) -> None:
        """Close the websockets, end all kernels and remove the temporary folder."""
        self.close_doors()
        await self._warming
        await self.kernels.at_rest()
        # The streams before the sockets: what a kernel still says would be written to a closed one.
        await ZMQChannelsWebsocketConnection.close_all()  # type: ignore[no-untyped-call]
        self.kernels.hang_up()
        await self.kernels.close()
        self.private.close()


def make_voila(
    *,
    port: int,
    host: str,
    access: Access,
    workshop_path: Path,
    notebooks: Path,
    extra_handlers: list[Any],
    base_settings: dict[str, Any],
    env: dict[str, str],
) -> LeefkitVoila:
    """Make the Voilà application inside the running loop. It does not listen yet.

    Args:
        port: Where it will listen; set `LeefkitVoila.port` when it turns out to be another.
        host: The address that it will listen on.
        access: Who may open what.
        workshop_path: The workshop file, for the kernels.
        notebooks: The folder with ``trainer.ipynb``, ``team.ipynb``, ``wall.ipynb`` and ``results.ipynb``.
        extra_handlers: Routes that come before these.
        base_settings: Settings of the Tornado application. ``https`` tells that it listens with TLS,
            ``leefkit_lang`` fixes the language of the pages, ``leefkit_stylesheets`` adds to them.
        env: More environment for the kernels.
    """
    private = PrivateDir()
    voila = LeefkitVoila(
        config=Config(),
        log_level=logging.WARNING,
        ip=host,
        port=port,
        open_browser=False,
        root_dir=str(notebooks),
        connection_dir=str(private.path),
        template_paths=[str(Path(__file__).parent / "share")],
    )
    voila.private = private
    voila.kernel_extra = {"LEEFKIT_WORKSHOP": str(workshop_path)} | env
    voila.set_up(access, extra_handlers, base_settings)
    return voila


def _own_address(host: str) -> str:
    """Return the address at which a program on this machine reaches a server that listens on ``host``."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "127.0.0.1" if host in {"", "localhost"} else host
    if address.is_unspecified or address == ipaddress.ip_address("127.0.0.1"):
        return "127.0.0.1"
    return f"[{host}]" if address.version == 6 else host
