"""Open data for a case: what a trainer can download about a neighbourhood, made into tidy tables.

The readers (``statline``, ``odata``, ``leefbaarometer``, ``shapes``) turn files into frames of one shape;
``tidy`` and ``areas`` are pure functions from frame to frame; ``blocks`` writes what belongs in
``case.yaml``.
Nothing here asks the internet for anything but ``fetch``, and that only on a command; a workshop never does.
"""
