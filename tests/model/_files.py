"""Small files that are in order, to put one mistake in."""

CASE = """\
id: proef
kind: fictional
title: {nl: Proef, en: Trial}
summary: {nl: Kort}
place: Hier
situation:
  nl: situation.nl.md
organisations:
  - id: politie
    name: {nl: Politie}
stakeholders:
  - id: ada
    organisation: politie
    name: {nl: Ada}
    interest: {nl: rust}
    concern: {nl: ruzie}
    can: {nl: praten}
    cannot: {nl: wegsturen}
    blind_spot: {nl: de jongeren}
figures:
  - value: "3"
    label: {nl: ruiten}
    invented: true
"""

PROGRAMME = """\
id: proef
title: {nl: Proef}
steps:
  - id: ideas
    phase: ideate
    activity: canvas
    minutes: 5
    title: {nl: Ideeën}
    instruction: {nl: Schrijf.}
    settings:
      canvas: brainwriting
  - id: brief
    phase: open
    activity: briefing
    minutes: 5
    title: {nl: Lezen}
    instruction: {nl: Lees.}
  - id: vote
    phase: ideate
    activity: ballot
    minutes: 5
    title: {nl: Stemmen}
    instruction: {nl: Stem.}
    settings:
      source: ideas
      dots: 3
  - id: last
    phase: test
    activity: canvas
    minutes: 5
    title: {nl: Uitproberen}
    instruction: {nl: Schrijf.}
    settings:
      canvas: feedback-grid
      focus: vote
"""

CANVAS = """\
id: proef
title: {nl: Proef}
zones:
  - id: plus
    label: {nl: Goed}
  - id: delta
    label: {nl: Beter}
"""


def with_mistake(text, right, wrong):
    """Return a text with one piece replaced; the piece must be there."""
    assert right in text
    return text.replace(right, wrong, 1)
