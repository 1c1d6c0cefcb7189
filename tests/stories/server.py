"""The real server in a process of its own, on a free port."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request

from tests.cli.commands import environment


class Server:
    """`sekimori serve`, up when the block is entered and gone when it is left."""

    def __init__(self, directory, *options, port=0, **settings):
        self._directory = directory
        self._options = options
        self._port = port
        self._settings = settings
        self.greeting = ""

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", "--port", str(self._port), *self._options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self._directory,
            env=environment(**self._settings),
        )
        while line := self.process.stdout.readline().decode():
            self.greeting += line
            if "Open" in line:
                self.url = line.split()[-1].rstrip("/")
            if "Ctrl-C" in line:
                return self
        raise AssertionError(self.process.communicate()[1].decode())

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.complaints = self.process.communicate(timeout=20)[1].decode()

    def kill(self):
        """As a power cut would: no time to write anything."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        return self.process.wait(20)

    def post(self, path, document, method="POST"):
        """Status and answer of a call."""
        request = urllib.request.Request(
            self.url + path, json.dumps(document).encode(), {"content-type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=20) as answer:
            return answer.read().decode()
