"""A sheet of slips to print and cut out, each with a code by which somebody can come back weeks later."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from kit.activities.codes import LENGTH, draw
from kit.locale import N_, translate

ON_A_SHEET = 10
"""Slips on a sheet of A4, in two columns: 95 by 55 mm each, the size of a business card and a little more."""
USUAL = 40
MOST = 500

STYLE = """
@page { size: A4; margin: 10mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; color: #000; background: #fff; font: 16px/1.5 "Segoe UI", Roboto, system-ui, sans-serif }
header { max-width: 42rem; margin: 2rem auto; padding-inline: 1rem }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2 }
header ol { padding-inline-start: 1.5rem }
form { display: flex; flex-wrap: wrap; align-items: end; gap: 1rem; margin-block: 1.5rem .5rem }
label { display: grid; font-weight: 600 }
input, button { min-height: 2.75rem; padding: 0 1rem; border: 2px solid #134e5e; border-radius: .5rem;
  font: inherit }
input { inline-size: 7rem }
button { color: #134e5e; background: #fff; font-weight: 600; cursor: pointer }
button.main { color: #fff; background: #134e5e }
:focus-visible { outline: 3px solid #f6b73c; outline-offset: 2px }
.sheet { display: grid; grid-template-columns: 95mm 95mm; grid-auto-rows: 55mm; inline-size: max-content;
  margin: 0 auto 10mm; border-block-start: .3mm dashed #666; border-inline-start: .3mm dashed #666 }
.slip { display: grid; grid-template-rows: auto auto 1fr auto; padding: 4mm 5mm 3.5mm;
  border-block-end: .3mm dashed #666; border-inline-end: .3mm dashed #666; font-size: 9.5pt; line-height: 1.3;
  break-inside: avoid; overflow: hidden }
.slip p { margin: 0 }
.title { overflow: hidden; font-size: 8.5pt; text-overflow: ellipsis; white-space: nowrap }
.slip .code { margin-block: .5mm 1mm; letter-spacing: .06em;
  font: 700 31pt/1.15 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace }
.foot { display: flex; justify-content: space-between; gap: 4mm }
.date { flex: none }
.line { display: inline-block; min-inline-size: 24mm; border-block-end: .2mm solid #000 }
.title .line { min-inline-size: 60mm }
.wide { overflow-x: auto }
@media print {
  header { display: none }
  .wide { overflow: visible }
  .sheet { margin: 0; break-after: page }
  .sheet:last-child { break-after: auto }
}
"""
SCRIPT = 'document.querySelector("button.main").addEventListener("click", () => window.print());'
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; script-src 'sha256-"
    f"{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
)
"""What the page may do when it is served: no more than it needs to be printed."""

_TO_DO = (
    N_("Print this page and cut out the slips along the lines."),
    N_("Fold the slips, and mix them well in a box or a bag."),
    N_("Everyone draws one, without anybody looking."),
    N_("At the end of the day everyone types their code after the questions."),
    N_("Throw away the slips that are left."),
)


def page(count: int, lang: str, title: str = "", *, more: bool = False) -> str:
    """Return a page with new codes, that are kept nowhere: asked for again, it has other ones.

    Args:
        count: How many slips; made up to whole sheets, from 1 to :data:`MOST`.
        lang: ``nl`` or ``en``.
        title: What the workshop is called; an empty line to write it on when it is left out.
        more: Whether the page can be asked for another number of slips.
    """
    sheets = -(-min(max(count, 1), MOST) // ON_A_SHEET)
    codes = draw(sheets * ON_A_SHEET)
    slips = [_slip(code, lang, title) for code in codes]
    cut = "\n".join(f'<section class="sheet">{"".join(some)}</section>' for some in _sheets(slips))
    name = escape(translate(N_("Slips with a code"), lang))
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{name} | Leefkit</title>\n<link rel="icon" href="data:,">\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n{_head(name, len(codes), lang, more=more)}\n"
        f'<main class="wide">\n{cut}\n</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n'
    )


def _sheets(slips: list[str]) -> list[list[str]]:
    return [slips[n : n + ON_A_SHEET] for n in range(0, len(slips), ON_A_SHEET)]


def _head(name: str, count: int, lang: str, *, more: bool) -> str:
    """Return what stands above the slips, and is not printed."""

    def say(text: str) -> str:
        return escape(translate(text, lang))

    number = (
        f'<label>{say(N_("Number of slips"))}<input type="number" name="count" min="1" max="{MOST}" '
        f'value="{count}"></label><input type="hidden" name="lang" value="{lang}">'
        f"<button>{say(N_('Make other ones'))}</button>"
    )
    main = f'<button type="button" class="main">{say(N_("Print"))}</button>'
    return (
        f"<header>\n<h1>{name}</h1>\n<ol>{''.join(f'<li>{say(one)}</li>' for one in _TO_DO)}</ol>\n"
        f"<p><strong>{say(N_('Keep no copy of this page, and take no photo of it.'))}</strong> "
        f"{say(N_('The codes stand nowhere else, and nobody knows who has which.'))}</p>\n"
        f"<form>{main}{number if more else ''}</form>\n</header>"
    )


def _slip(code: str, lang: str, title: str) -> str:
    def say(text: str) -> str:
        return escape(translate(text, lang))

    half, line = LENGTH // 2, '<span class="line">&nbsp;</span>'
    return (
        f'<article class="slip"><p class="title">{escape(title) or say(N_("Workshop:")) + " " + line}</p>'
        f'<p class="code">{code[:half]} {code[half:]}</p>'
        f"<p><strong>{say(N_('Keep this slip.'))}</strong> "
        f"{say(N_('In 6 to 8 weeks we ask how things are.'))} "
        f"{say(N_('With this code your answer belongs to what you fill in now.'))} "
        f"{say(N_('Nobody knows which code is yours.'))}</p>"
        f'<p class="foot"><span>{say(N_("Type it on your phone today."))}</span>'
        f'<span class="date">{say(N_("Date:"))} {line}</span></p></article>'
    )
