"""Pages that say one thing: what went wrong and what to do. They load nothing and need no script."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from tornado.web import RequestHandler

from kit.locale import N_, translate

LANGS: Final = ("nl", "en")

_SENTENCES: Final = {
    403: (
        N_("You can open this screen only with its own link."),
        N_("Open the link that the trainer gave you."),
    ),
    404: (N_("This page does not exist."), N_("Check the address, or ask the trainer for the link.")),
    405: (N_("This page can't do that."), N_("Go back and try it from the screen.")),
}
_BROKEN: Final = (N_("Something went wrong here."), N_("The page tries it again by itself."))

_PAGE: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">{again}
<title>{what} | Leefkit</title>
<link rel="icon" href="data:,">
<style>
body {{ margin: 0; display: grid; place-items: center; min-height: 100vh;
  font: 1.125rem/1.5 "Segoe UI", Roboto, system-ui, sans-serif; color: #0f2f38; background: #faf6ee; }}
main {{ max-width: 34rem; padding: 2rem; }}
h1 {{ font-size: 1.5rem; line-height: 1.25; }}
</style>
</head>
<body><main><h1>{what}</h1><p>{todo}</p></main></body>
</html>
"""


def lang_of(handler: RequestHandler) -> str:
    """Return the language to speak: the workshop's own when it has one, else what the browser asks for."""
    own = handler.settings.get("leefkit_lang")
    if own in LANGS:
        return str(own)
    asked = handler.request.headers.get("Accept-Language", "")
    wanted = sorted(map(_weighted, asked.split(",")), key=lambda one: -one[1])
    for tag, _weight in wanted:
        if tag in LANGS:
            return tag
    return "en" if asked else "nl"


def _weighted(part: str) -> tuple[str, float]:
    """Read ``nl-NL;q=0.8`` as ``("nl", 0.8)``."""
    tag, _, weight = part.strip().lower().partition(";q=")
    try:
        return tag[:2], float(weight or 1)
    except ValueError:
        return tag[:2], 0.0


def page(lang: str, what: str, todo: str, *, again: bool = False) -> str:
    """Return a whole page that says ``what`` is the matter and what ``todo``, in ``lang``.

    Args:
        lang: ``nl`` or ``en``.
        what: The sentence for the heading, in English.
        todo: The sentence below it, in English.
        again: Whether the page asks for itself again after some seconds.
    """
    return _PAGE.format(
        lang=lang,
        what=escape(translate(what, lang)),
        todo=escape(translate(todo, lang)),
        again='\n<meta http-equiv="refresh" content="5">' if again else "",
    )


class SaidHandler(RequestHandler):
    """A handler whose errors are sentences in the visitor's language, without a trace of the inside."""

    def set_default_headers(self) -> None:
        """Keep the answer to this origin."""
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")

    def say(self, status: int, what: str, todo: str) -> None:
        """End the request with a page of two sentences."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(page(lang_of(self), what, todo, again=status >= 500))

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Answer an error that was raised."""
        what, todo = _SENTENCES.get(status_code, _BROKEN)
        self.say(status_code, what, todo)


class Closing(SaidHandler):
    """Answers what is asked while the server stops: a browser's open connection still carries requests."""

    def prepare(self) -> None:
        """Refuse, and hang up afterwards."""
        self.set_header("Connection", "close")
        self.send_error(503)


class NothingHere(SaidHandler):
    """Answers every address that no route knows."""

    def prepare(self) -> None:
        """Refuse whatever the method is."""
        self.send_error(404)
