"""The floor: what a bare Tornado server needs for the same phones.

The same page, a socket that echoes, and one durable SQLite insert for every vote; nothing is decided, shown
or told to anybody else. Takes the path of a database that may be made, and prints its address as JSON.
"""

import gzip
import json
import sqlite3
import sys

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from kit import paths
from kit.server.pages import Static


class Page(RequestHandler):
    """The same bytes as the real page."""

    def initialize(self, static: Static) -> None:
        """Take the files."""
        self.static = static

    def get(self, name: str = "") -> None:
        """Send the page, or a file of it."""
        if name:
            kind, _, packed = self.static.get(name)
            self.set_header("Content-Type", kind)
        else:
            packed = gzip.compress(self.static.page("phone", "nl", {"code": ""}), 6, mtime=0)
        self.set_header("Content-Encoding", "gzip")
        self.finish(packed)


class Echo(WebSocketHandler):
    """Answers a vote when it is on disk."""

    def initialize(self, db: sqlite3.Connection) -> None:
        """Take the database."""
        self.db = db

    def open(self) -> None:
        """Send small messages at once, as the real one does."""
        self.set_nodelay(True)

    def on_message(self, message: str) -> None:
        """Greet, or keep a vote and say so."""
        said = json.loads(message)
        if said["op"] == "hello":
            self.write_message('{"op":"welcome","token":"t","participant":"p"}')
            self.write_message('{"op":"shared","seq":0,"data":{}}')
            return
        self.db.execute("INSERT INTO votes (body) VALUES (?)", (message,))  # commits: on disk
        self.write_message(json.dumps({"op": "done", "id": said["id"], "seq": 0}))


def main() -> None:
    """Serve until killed."""
    db = sqlite3.connect(sys.argv[1], isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL").fetchall()
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE votes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    static = {"static": Static(paths.static_dir())}
    app = Application(
        [(r"/", Page, static), (r"/static/(.+)", Page, static), (r"/live", Echo, {"db": db})],
        log_function=lambda _: None,
    )
    sockets = bind_sockets(0, "127.0.0.1")
    HTTPServer(app).add_sockets(sockets)
    print(json.dumps({"url": f"http://127.0.0.1:{sockets[0].getsockname()[1]}"}), flush=True)
    IOLoop.current().start()


if __name__ == "__main__":
    main()
