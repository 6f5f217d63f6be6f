"""Who may open which screen: a link with a key gives a browser the cookie of a role.

There are no accounts. The trainer's links carry the key of a role; opening one sets a signed cookie, and the
cookie is what every other route asks for. One browser may hold several roles. The secret that signs the
cookies lies in the workshop file, so a screen stays open when the server starts again.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final
from urllib.parse import quote, urlencode

from tornado.web import RequestHandler, create_signed_value, decode_signed_value

from kit.locale import N_
from kit.server.said import SaidHandler

ROLES: Final = ("trainer", "team", "wall", "results")
"""The roles that have a link of their own; a participant needs none."""

COOKIE_DAYS: Final = 31

_WRONG_KEY = N_("This link does not work: its key is not right.")
_ASK_LINK = N_("Ask the trainer for the link and open it again.")


class Access:
    """The keys of the roles and the cookies that prove them.

    Args:
        keys: The key in the link of each role.
        cookie_secret: Signs the cookies. The same secret and keys accept the cookies of an earlier run.
    """

    def __init__(self, keys: dict[str, str], cookie_secret: bytes) -> None:
        self._keys = {role: key.encode() for role, key in keys.items()}
        self.cookie_secret = cookie_secret
        # Browsers share cookies between the ports of one host, so two workshops on a laptop need two names.
        self._tag = hashlib.sha256(b"leefkit cookie name" + cookie_secret).hexdigest()[:8]

    def role_for_key(self, key: str) -> str | None:
        """Return the role that ``key`` opens, or None. Takes as long for a near miss as for a far one."""
        found = None
        for role, known in self._keys.items():
            if hmac.compare_digest(known, key.encode()):
                found = role
        return found

    def roles_of(self, handler: RequestHandler) -> frozenset[str]:
        """Return the roles that the browser of this request holds a valid cookie for."""
        return frozenset(role for role in self._keys if self._holds(handler, role))

    def may_open(self, handler: RequestHandler, role: str) -> bool:
        """Tell whether this browser may open the screen of ``role``: the trainer may open every one."""
        return not self.roles_of(handler).isdisjoint({role, "trainer"})

    def grant(self, handler: RequestHandler, role: str) -> None:
        """Give the browser of this request the cookie of ``role``.

        Raises:
            KeyError: There is no key for ``role``.
        """
        name = self._name(role)
        handler.set_cookie(
            name,
            create_signed_value(self.cookie_secret, name, self._proof(role)),
            expires_days=COOKIE_DAYS,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=handler.request.protocol == "https",
        )

    def _holds(self, handler: RequestHandler, role: str) -> bool:
        name = self._name(role)
        cookie = handler.get_cookie(name)
        if not cookie:
            return False
        value = decode_signed_value(self.cookie_secret, name, cookie, max_age_days=COOKIE_DAYS)
        return value is not None and hmac.compare_digest(value, self._proof(role).encode())

    def _name(self, role: str) -> str:
        return f"leefkit_{role}_{self._tag}"

    def _proof(self, role: str) -> str:
        # Tied to the key: a link that was renewed closes the screens that the old one opened.
        proof = hmac.new(self.cookie_secret, role.encode() + b"\0" + self._keys[role], "sha256")
        return proof.hexdigest()[:32]


class OpenHandler(SaidHandler):
    """``GET /open/ROLE?key=…``: give the role's cookie, then go to the role's screen.

    ``in=page`` goes to the screen without a kernel; otherwise it is the Voilà one. ``team`` rides along.
    """

    def initialize(self, access: Access) -> None:
        """Take what knows the keys."""
        self.access = access

    def get(self, role: str) -> None:
        """Answer a link: 302 to the screen, or 403 with a sentence when the key is not this role's."""
        # The key is in the address: it may not travel on to another page or stay in a cache.
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        if self.access.role_for_key(self.get_query_argument("key", "")) != role:
            self.say(403, _WRONG_KEY, _ASK_LINK)
            return
        self.access.grant(self, role)
        self.redirect(self._screen(role))

    def _screen(self, role: str) -> str:
        page = self.get_query_argument("in", "voila") == "page"
        address = f"/page/{quote(role)}" if page else f"/voila/render/{quote(role)}.ipynb"
        team = self.get_query_argument("team", "")
        return f"{address}?{urlencode({'team': team})}" if team else address
