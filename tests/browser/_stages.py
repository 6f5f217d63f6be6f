"""A workshop at its several stages: commands of the trainer that bring it from one to the next."""

from kit.activities.canvas_file import Canvas
from kit.programme import Programme

TITLES = {step.id: step.title["nl"] for step in Programme.load("design-thinking-kort").steps}
ZONES = {
    canvas: {zone.id: zone.label["nl"] for zone in Canvas.load(canvas).zones}
    for canvas in ("empathy-map", "how-might-we", "feedback-grid")
}
IDEA = "Een buurtfeest op het plein"
OTHER = "Betere lampen bij de trap, zodat je elkaar ook in de winter nog ziet zitten"


def enter(step):
    return [{"kind": "go_to", "step": step}, {"kind": "open", "step": step}]


def leave(step):
    return [{"kind": "close", "step": step}, {"kind": "reveal", "step": step}]


def on_paper(text):
    """Somebody without a phone wrote an idea; the trainer types it in."""
    paper = {"id": "1", "organisation": "school"}
    return {"kind": "add_card", "step": "bedenken", "zone": "idea", "text": text, "paper": paper}


def ballot_on_paper(sheet, organisation, votes):
    paper = {"id": sheet, "organisation": organisation}
    return {"kind": "cast_votes", "step": "stemmen", "votes": votes, "paper": paper}


TO_THE_IDEAS = [*enter("bedenken"), on_paper(IDEA), on_paper(OTHER)]
TO_THE_VOTE = [*leave("bedenken"), *enter("stemmen")]


def to_the_result(idea, other):
    """Three votes on two cards, and the end of the vote.

    Args:
        idea: The id of a card.
        other: The id of another.
    """
    return [
        ballot_on_paper("1", "school", {idea: 2}),
        ballot_on_paper("2", "politie", {idea: 1, other: 1}),
        ballot_on_paper("3", "bewoners", {other: 2}),
        {"kind": "close", "step": "stemmen"},
    ]
