"""A vote to hold, and what came of it."""

from tests._hall import step


def vote_on(halls, method, *people, cards=4, opened=True, more=(), **settings):
    """Return a hall with cards and a vote on them; open, unless told otherwise."""
    vote = step("vote", "ballot", source="ideas", method=method, **settings)
    hall = halls(step("ideas"), vote, step("after", focus="vote"), *more)
    for organisation in people or ("politie", "politie", "school"):
        hall.join(organisation, team="Tafel 1" if organisation == "politie" else "Tafel 2")
    hall.start("ideas")
    for n in range(1, cards + 1):
        hall.card("p1", f"idee {n}")
    hall.trainer("go_to", step="vote")
    if opened:
        hall.trainer("open", step="vote")
    return hall


def result(hall, role="wall"):
    """Close the vote and return its result as a role sees it."""
    hall.trainer("close", step="vote")
    return hall.shared(role).view["result"]


def column(found, *names):
    """Return some columns of a result, row by row."""
    return [tuple(row[name] for name in names) for row in found["rows"]]
