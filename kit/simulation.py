"""Simulated participants (being written)."""

from __future__ import annotations


async def demonstrate(url: str, code: str, case: str, participants: int, seed: int) -> None:
    """Let simulated participants take part."""
    del url, code, case, participants, seed
