"""The browser side of Voilà in few, compressed, cacheable pieces.

Voilà's own page asks for a hundred files, uncompressed and without a cache. Its scripts are webpack chunks,
and a chunk that is there before the program starts is not asked for again. So the chunks that every screen
needs are put in front of the program and of each widget extension, in one file each.
`share/chunks.json` names them; a chunk that is missing from it is merely loaded by itself, as before.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import mimetypes
import sys
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from jupyter_core.paths import jupyter_path
from tornado.web import HTTPError

from kit.errors import KitError
from kit.server.said import SaidHandler

SHARE: Final = Path(__file__).parent / "share"
PREFIX: Final = "/voila/static"

_CORE: Final = Path("voila/templates/base/static")
_EXTENSIONS: Final = {
    "anywidget": Path("labextensions/anywidget"),
    "@jupyter-widgets/jupyterlab-manager": Path("labextensions/@jupyter-widgets/jupyterlab-manager"),
    "@voila-dashboards/widgets-manager8": Path("voila/labextensions/@voila-dashboards/widgets-manager8"),
}
"""The widget extensions that a screen loads. Others that happen to be installed stay out."""

_SERVED: Final = {".js", ".css", ".woff", ".woff2", ".ttf", ".svg", ".png"}
_PACKED: Final = {".js", ".css", ".svg", ".ttf"}
_YEAR: Final = 365 * 24 * 3600


class FrontEndMissingError(KitError, FileNotFoundError):
    """A part of Voilà that belongs to its installation can't be found."""

    code = "front_end_missing"


@dataclass(frozen=True)
class Asset:
    """One file as it goes out."""

    kind: str
    body: bytes
    packed: bytes | None


class Assets:
    """Finds, joins, compresses and names the files of the browser side.

    Raises:
        FrontEndMissingError: Voilà or a widget extension lacks its browser files.
    """

    def __init__(self) -> None:
        self._chunks: dict[str, list[str]] = json.loads((SHARE / "chunks.json").read_text("utf-8"))
        self._roots = {"core": _installed(_CORE), "own": SHARE}
        self._extensions: list[dict[str, str]] = []
        for name, place in _EXTENSIONS.items():
            root = _installed(place)
            self._roots[f"ext/{name}"] = root
            about = json.loads((root / "package.json").read_text("utf-8"))["jupyterlab"]["_build"]
            self._extensions.append(
                {"name": name, "load": about["load"].removeprefix("./"), "extension": about["extension"]}
            )
        self._made: dict[str, Asset] = {}

    @cached_property
    def base(self) -> str:
        """The address of the files. It changes with their content, so that they can be cached for ever."""
        digest = hashlib.sha256(version("voila").encode())
        for name in self._joined():
            digest.update(self._body(name))
        for path in sorted(SHARE.iterdir()):
            digest.update(path.read_bytes())
        return f"{PREFIX}/{digest.hexdigest()[:16]}"

    def preloads(self) -> list[str]:
        """Return the addresses of the extensions' scripts, which the program asks for rather late."""
        return [f"{self.base}/{name}" for name in self._joined() if name.startswith("ext/")]

    def page_config(self) -> dict[str, Any]:
        """Return what Voilà's program in the browser must know. Reads no configuration of the user's own."""
        return {
            "appUrl": "voila/",
            "baseUrl": "/",
            "extensionConfig": {},
            "federated_extensions": self._extensions,
            "fullLabextensionsUrl": f"{self.base}/ext",
            # Typesetting is not needed, and an empty element gets it at every start: 15 requests, 0.7 MB.
            "fullMathjaxUrl": f"{self.base}/own/nomath.js",
            "fullStaticUrl": f"{self.base}/core",
            "jupyterLabTheme": "light",
            "mathjaxConfig": "none",
            "progressiveRendering": False,
            "terminalsAvailable": False,
            "themesUrl": f"{self.base}/themes",
        }

    def get(self, name: str) -> Asset | None:
        """Return the file at ``name``, below `base`; None when there is none that may be seen."""
        if name not in self._made:
            suffix = Path(name).suffix
            body = self._body(name) if suffix in _SERVED else b""
            if not body:
                return None
            kind = mimetypes.types_map.get(suffix, "application/octet-stream")
            kind = "text/javascript" if suffix == ".js" else kind
            packed = gzip.compress(body, 6, mtime=0) if suffix in _PACKED else None
            self._made[name] = Asset(kind, body, packed)
        return self._made[name]

    def warm(self) -> None:
        """Make the big files now, so that the first screen does not wait for it."""
        for name in [*self._joined(), "own/screen.css", "own/watch.js"]:
            self.get(name)

    def _joined(self) -> list[str]:
        return ["core/voila.js", *(f"ext/{one['name']}/{one['load']}" for one in self._extensions)]

    def _body(self, name: str) -> bytes:
        path = self._path(name)
        if path is None:
            return b""
        if name not in self._joined():
            return path.read_bytes()
        chunks = (path.parent / chunk for chunk in self._chunks.get(self._root_of(name), []))
        # Each in a function of its own: "use strict" at the head of one is not meant for the next.
        joined = [b"(function(){" + _bare(chunk) + b"\n})();\n" for chunk in chunks if chunk.is_file()]
        return b"".join([*joined, _bare(path)])

    def _root_of(self, name: str) -> str:
        return next((root for root in self._roots if name.startswith(root + "/")), "")

    def _path(self, name: str) -> Path | None:
        root = self._root_of(name)
        if not root:
            return None
        folder = self._roots[root].resolve()
        path = (folder / name.removeprefix(root + "/")).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None


def _bare(path: Path) -> bytes:
    """Read a script without the map of its sources, which can be the larger part of it."""
    body = path.read_bytes()
    head, mark, last = body.rpartition(b"\n//# sourceMappingURL=")
    return head if mark and b"\n" not in last.strip() else body


def _installed(place: Path) -> Path:
    for base in [Path(sys.prefix, "share", "jupyter"), *map(Path, jupyter_path())]:
        if (base / place).is_dir():
            return base / place
    message = f"Voilà's files {place.as_posix()} are not in this Python ({sys.prefix}): install leefkit again"
    raise FrontEndMissingError(message)


class AssetHandler(SaidHandler):
    """``GET /voila/static/DIGEST/NAME``: open to everyone, as there is nothing of a workshop in it."""

    def initialize(self, assets: Assets) -> None:
        """Take what finds the files."""
        self.assets = assets

    def get(self, digest: str, name: str) -> None:
        """Answer a file, compressed when the browser can read that."""
        asset = self.assets.get(name)
        if asset is None:
            raise HTTPError(404)
        same = self.assets.base == f"{PREFIX}/{digest}"
        self.set_header("Cache-Control", f"public, max-age={_YEAR}, immutable" if same else "no-store")
        self.set_header("Content-Type", asset.kind)
        self.set_header("Vary", "Accept-Encoding")
        body = asset.body
        if asset.packed is not None and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            body = asset.packed
        self.finish(body)

    head = get
