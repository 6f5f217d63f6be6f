"""How simulated participants make agreements: some propose, and people of the owner fill in and answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from kit.activities.agreements_terms import MOST_CHARS
from kit.activities.mind import Look, Mind

PATIENCE = 8
"""How often people look again whether something is asked of them."""
FIRST_DAYS = (10, 35)
"""The first step comes so many days after the workshop, and the look back ten weeks after that."""
LOOK_BACK = timedelta(weeks=10)
DETAILS = ("lead", "first_step", "works", "needs")


def take_part(look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
    """Propose an agreement or none, and then see to what comes for one's own organisation.

    The script of a case has the texts: its zones are the fields of an agreement, and ``reason`` for why
    somebody says not yet.
    """
    said = dict(reversed(mind.texts))
    yield from _propose(look, mind, said)
    patience = PATIENCE
    while patience:
        view, own = look()
        answers = list(_answers(_known(view, own), own, mind, said))
        yield from answers or [{}]
        patience -= not answers


def _propose(look: Look, mind: Mind, said: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Propose what the script says; at a table where nobody has that, the first takes up the best offer."""
    if "what" not in said:
        if not mind.first_at_table:
            return
        yield from [{}, {}]
    view, own = look()
    known = _known(view, own)
    taken = {one["what"] for one in known}
    offers = [
        one for source in view.get("sources", ()) for one in source["offers"] if one["text"] not in taken
    ]
    best = max(offers, key=lambda one: mind.appeal(one["text"]), default=None)
    if "what" not in said and (best is None or any(one["team"] == mind.team for one in known)):
        return
    what = said["what"] if "what" in said else str(best["text"] if best else "")
    what = what[: MOST_CHARS["what"]]
    if not own.get("left") or what in taken:  # the step was opened again
        return
    yield {
        "kind": "add_agreement",
        "what": what,
        "owner": mind.organisation,
        "cards": [best["id"]] if best else [],
        "partners": _partners(view, mind),
        **_days(mind),
        **{name: said.pop(name) for name in DETAILS if name in said},
    }


def _known(view: dict[str, Any], own: dict[str, Any]) -> list[dict[str, Any]]:
    return [*view.get("agreements", ()), *own.get("agreements", ())]


def _partners(view: dict[str, Any], mind: Mind) -> list[str]:
    here = [one["id"] for one in view.get("parties", ()) if one["here"] and one["id"] != mind.organisation]
    return sorted(mind.rng.sample(here, min(len(here), mind.rng.randint(1, 2))))


def _days(mind: Mind) -> dict[str, str]:
    first = datetime.now(UTC).date() + timedelta(days=mind.rng.randint(*FIRST_DAYS))
    return {"due": first.isoformat(), "look_back": (first + LOOK_BACK).isoformat()}


def _answers(
    known: list[dict[str, Any]], own: dict[str, Any], mind: Mind, said: dict[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield what somebody does for their organisation now: first answer, then fill in, then say how sure."""
    busy = False
    for one in known:
        name, owns = {"agreement": one["id"]}, one["owner"] == mind.organisation
        if one["id"] in own.get("asked", ()):
            busy = True
            reason = said.pop("reason", None)
            answer = (
                {"kind": "decline_agreement", "reason": reason} if reason else {"kind": "confirm_agreement"}
            )
            yield {**answer, **name}
        more = {field: said[field] for field in DETAILS if owns and field in said and not one[field]}
        if more:
            busy = True
            yield {"kind": "edit_agreement", **name, **more}
        for field in more:
            del said[field]
    ours = (one for one in known if mind.organisation in {one["owner"], *one["partners"]})
    unsure = next((one for one in ours if own and one["id"] not in own["rates"]), None)
    if unsure and not busy:
        yield {"kind": "rate_agreement", "agreement": unsure["id"], "confidence": mind.rng.randint(3, 5)}
