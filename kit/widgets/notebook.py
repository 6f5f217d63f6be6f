"""A workshop in a notebook: the engine, with screens that stand in a cell."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Any

import ipywidgets

from kit.errors import InputError, nearest
from kit.model.base import Role
from kit.model.people import Actor, Viewer
from kit.model.protocol import language
from kit.requests import Join, Request
from kit.widgets.screen import Screen, missing
from kit.workshop import Workshop as Engine

if TYPE_CHECKING:
    from kit.requests import Ack

SCREENS: tuple[Role, ...] = ("trainer", "team", "wall", "results")


class Workshop(Engine):
    """A workshop file, its frames, and its screens as widgets.

    Example:
        >>> workshop = Workshop.open("2026-11-21-zonnehoek.leefkit")  # doctest: +SKIP
        >>> workshop.votes                                            # doctest: +SKIP
        >>> workshop.widget("stemmen")                                # doctest: +SKIP
    """

    _me: str | None = None

    def widget(self, name: str, *, organisation: str | None = None, team: str | None = None) -> Screen:
        """Return a screen, or one step standing alone, as a widget for a cell.

        Args:
            name: ``"trainer"``, ``"team"``, ``"wall"``, ``"results"``, or the id of a step. A step is
                shown as a participant sees it: this notebook joins as one, the first time.
            organisation: Where this notebook's participant comes from; by default the first of the case.
            team: The table: of the screen *team*, or of this notebook's participant.

        Raises:
            InputError: There is no such screen or step.
        """
        self.catch_up()
        lang = self.room.lang
        for role in SCREENS:
            if name == role:
                return Screen(self, Viewer(role, lang, None, team))
        if name not in self.room.steps:
            message = f"{name!r} is no screen and no step; {nearest(name, [*SCREENS, *self.room.steps])}"
            raise InputError(message)
        return Screen(
            self,
            Viewer("participant", lang, self._participant(organisation, team), None, name),
            screen="step",
        )

    def _participant(self, organisation: str | None, team: str | None) -> str:
        if self._me is None:
            request = Request(Actor("participant", "join"), Join(secrets.token_urlsafe(16), self.room.lang))
            ack: Any = self.transact([request])[0]
            self._me = str(ack.participant)
            organisation = organisation or self.room.case.organisations[0].id
        if organisation is not None or team is not None:
            organisation = organisation or self.room.people[self._me].organisation
            profile: dict[str, Any] = {"kind": "set_profile", "organisation": organisation, "team": team}
            _: Ack = self.do(profile, Actor("participant", self._me, self._me))
        return self._me


def screen() -> ipywidgets.DOMWidget:
    """Return the screen that this kernel was started for: the one line of the Voilà notebooks.

    The server says which workshop and which role in the environment: ``LEEFKIT_WORKSHOP``, ``LEEFKIT_ROLE``,
    ``LEEFKIT_TEAM`` and ``LEEFKIT_LANG``.
    """
    lang = language(os.environ.get("LEEFKIT_LANG"))
    path, wanted = os.environ.get("LEEFKIT_WORKSHOP"), os.environ.get("LEEFKIT_ROLE")
    role = next((one for one in SCREENS if one == wanted), None)
    if path is None or role is None:
        return ipywidgets.Label(missing(lang))
    workshop = Workshop.open(path)
    team = os.environ.get("LEEFKIT_TEAM")
    return Screen(workshop, Viewer(role, lang, None, team if team in workshop.room.teams else None))
