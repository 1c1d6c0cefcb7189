"""A marketplace's endpoint on loopback: it checks signatures as its engineers would, and remembers what came."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

SECRET = "whsec_" + "c2VraW1vcmkgdGVzdCBzZWNyZXQgb2YgMzIgYnl0ZXM="


class Receiver:
    """`with Receiver() as receiver:` answers at `receiver.url`; `statuses` are the next answers, then 204."""

    def __init__(self, secret=SECRET, statuses=()):
        self.secret = secret
        self.statuses = list(statuses)
        self.received = []
        self.calls = []
        self.unsigned = 0

    def __enter__(self):
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status = receiver.take(dict(self.headers), body)
                self.send_response(status)
                if status in {301, 302, 307, 308}:
                    self.send_header("location", "/elsewhere")
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/hooks"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def take(self, headers, body):
        lower = {name.lower(): value for name, value in headers.items()}
        self.calls.append(lower)
        try:
            Webhook(self.secret).verify(body, lower)
        except WebhookVerificationError:
            self.unsigned += 1
            return 401
        status = self.statuses.pop(0) if self.statuses else 204
        if status < 300:
            self.received.append((lower["webhook-id"], json.loads(body)))
        return status
