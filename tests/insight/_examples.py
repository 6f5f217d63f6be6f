"""The worked examples that these tests hold the formulas to."""

# Municipality, police, housing corporation, social work, residents and school on four ideas: a camera, a host
# on the square, a room for young people and an app for neighbours.
VOTERS = [8, 3, 2, 2, 3, 2]
YES = [[8, 2, 3, 6], [3, 2, 1, 1], [0, 2, 1, 1], [0, 1, 2, 0], [1, 2, 1, 3], [0, 2, 2, 0]]
CAMERA, HOST, ROOM, APP = range(4)

# The example of a winner who is nobody's first choice: 9 voters, 4 options.
NINE = [*["BDCA"] * 4, *["ADCB"] * 3, *["CDAB"] * 2]
A, B, C, D = range(4)


def in_order(order):
    return {name: place for place, name in enumerate(order, 1)}


# Six delegations and six ideas; supporters are always the first people of a delegation.
SIZES = {"gemeente": 8, "politie": 3, "corporatie": 2, "sociaal werk": 2, "bewoners": 3, "school": 2}
IDEAS = {
    "A": (5, {"gemeente": 8, "politie": 3, "bewoners": 1}),
    "B": (4, {"gemeente": 2, "politie": 2, "corporatie": 2, "sociaal werk": 1, "bewoners": 2, "school": 2}),
    "C": (4, {"gemeente": 2, "politie": 1, "corporatie": 1, "sociaal werk": 2, "bewoners": 1, "school": 2}),
    "D": (4, {"gemeente": 6, "politie": 1, "corporatie": 1, "bewoners": 3}),
    "E": (3, {"gemeente": 8, "politie": 2}),
    "F": (2, {"gemeente": 2, "corporatie": 2, "sociaal werk": 2, "school": 2}),
}
BUDGET = 12
ORGANISATIONS = [name for name, size in SIZES.items() for _ in range(size)]
PEOPLE = ["everyone"] * len(ORGANISATIONS)
COSTS = [cost for cost, _ in IDEAS.values()]
FIRST = {name: ORGANISATIONS.index(name) for name in SIZES}
WANT = [{FIRST[name] + n for name, many in who.items() for n in range(many)} for _, who in IDEAS.values()]
