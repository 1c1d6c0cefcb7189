"""A Slack on loopback: its Web API, its events, its sockets; what it refuses, it refuses as Slack does.

`calls` and `deliveries` are what tests look at; `fail` injects faults. Messages live in `channels`.
"""

# ruff: noqa: ARG002, N802 (its methods are named and called as Slack names and calls them)

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

import aiohttp
from aiohttp import web

TEAM, BOT, APP = "T1", "U0BOT", "A1"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TRIGGER_SECONDS = 3
TOKENS = {
    "xoxb-bot": {"kind": "bot", "user": BOT},
    "xoxp-admin": {"kind": "user", "user": "U9ADMIN", "is_admin": True},
    "xoxp-plain": {"kind": "user", "user": "U8PLAIN", "is_admin": False},
    "xapp-1": {"kind": "app"},
}
LIMITS = {"blocks": 50, "text": 40_000}


@dataclass
class Fault:
    """The next calls of a method answer so: an error, a 429 with `after` seconds, a broken connection, or late."""

    error: str = ""
    status: int = 200
    after: str = ""
    times: int = 1
    loses_answer: bool = False


@dataclass
class FakeSlack:
    """`async with FakeSlack() as slack:` listens at `slack.url`; `slack.app_url` is where events are sent."""

    app_url: str = ""
    calls: list = field(default_factory=list)
    deliveries: list = field(default_factory=list)
    channels: dict = field(default_factory=lambda: defaultdict(dict))
    groups: dict = field(default_factory=dict)
    tokens: dict = field(default_factory=lambda: {name: dict(one) for name, one in TOKENS.items()})
    codes: dict = field(default_factory=dict)
    files: set = field(default_factory=set)
    views: dict = field(default_factory=dict)
    homes: dict = field(default_factory=dict)
    names: dict = field(default_factory=dict)

    async def __aenter__(self):
        self._faults = defaultdict(list)
        self._numbers = itertools.count(1)
        self._triggers = {}
        self._sockets = []
        self._acks = {}
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/link", self._socket)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/api/"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_):
        await self._session.close()
        for socket in self._sockets:
            await socket.close()
        await self._runner.cleanup()

    def fail(self, method, error="", **more):
        """The next call of `method` goes wrong."""
        self._faults[method].append(Fault(error, **more))

    def asked(self, method):
        """The payloads of every call of a method that was answered well."""
        return [payload for name, payload, answer in self.calls if name == method and answer.get("ok")]

    def ts(self):
        """A moment nobody else has."""
        return f"{int(time.time())}.{next(self._numbers):06d}"

    # ── the Web API ─────────────────────────────────────────────────────────────────────────────────────────────
    async def _api(self, request):
        method = request.match_info["method"]
        body = await request.text()
        if request.content_type == "application/json":
            payload = json.loads(body or "{}")
        else:
            payload = {name: values[-1] for name, values in parse_qs(body).items()}
        token = request.headers.get("authorization", "").removeprefix("Bearer ") or payload.get("token", "")
        fault = self._faults[method][0] if self._faults[method] else None
        if fault:
            fault.times -= 1
            if fault.times <= 0:
                self._faults[method].pop(0)
            if not fault.loses_answer:
                answer = {"ok": False, "error": fault.error or "ratelimited"}
                self.calls.append((method, payload, answer))
                headers = {"Retry-After": fault.after} if fault.after else {}
                return web.json_response(answer, status=fault.status, headers=headers)
        known = self.tokens.get(token)
        if method == "oauth.v2.access":
            answer = self.codes.pop(payload.get("code"), {"ok": False, "error": "invalid_code"})
        elif known is None:
            answer = {"ok": False, "error": "invalid_auth"}
        elif known.get("revoked"):
            answer = {"ok": False, "error": "token_revoked"}
        else:
            do = getattr(self, "do_" + method.replace(".", "_"), None)
            answer = do(payload, known) if do else {"ok": False, "error": "unknown_method"}
        self.calls.append((method, payload, answer))
        if fault and fault.loses_answer:
            request.transport.close()
            return web.Response()
        return web.json_response(answer)

    def do_auth_test(self, payload, known):
        return {"ok": True, "team_id": TEAM, "user_id": known["user"]}

    def do_chat_postMessage(self, payload, known):
        if len(payload.get("blocks") or ()) > LIMITS["blocks"] or not (payload.get("text") or payload.get("blocks")):
            return {"ok": False, "error": "invalid_blocks"}
        ts = self.ts()
        self.channels[payload["channel"]][ts] = {"user": known["user"], "ts": ts, **payload}
        return {"ok": True, "channel": payload["channel"], "ts": ts}

    def do_chat_postEphemeral(self, payload, known):
        return {"ok": True, "message_ts": self.ts()}

    def do_chat_update(self, payload, known):
        message = self.channels[payload["channel"]].get(payload.get("ts"))
        if message is None:
            return {"ok": False, "error": "message_not_found"}
        if message["user"] != known["user"]:
            return {"ok": False, "error": "cant_update_message"}
        message.update(payload)
        return {"ok": True, "channel": payload["channel"], "ts": payload["ts"]}

    def do_chat_delete(self, payload, known):
        message = self.channels[payload["channel"]].get(payload["ts"])
        if message is None:
            return {"ok": False, "error": "message_not_found"}
        if message["user"] != known["user"] and not known.get("is_admin"):
            return {"ok": False, "error": "cant_delete_message"}
        del self.channels[payload["channel"]][payload["ts"]]
        return {"ok": True, "channel": payload["channel"], "ts": payload["ts"]}

    def do_files_delete(self, payload, known):
        if payload["file"] not in self.files:
            return {"ok": False, "error": "file_not_found"}
        if not known.get("is_admin"):
            return {"ok": False, "error": "cant_delete_file"}
        self.files.discard(payload["file"])
        return {"ok": True}

    def do_users_info(self, payload, known):
        name = self.names.get(payload["user"])
        return {"ok": True, "user": {"real_name": name}} if name else {"ok": False, "error": "user_not_found"}

    def do_usergroups_users_list(self, payload, known):
        return {"ok": True, "users": self.groups.get(payload["usergroup"], [])}

    def do_views_open(self, payload, known):
        born = self._triggers.pop(payload.get("trigger_id"), None)
        if born is None or time.monotonic() - born > TRIGGER_SECONDS:
            return {"ok": False, "error": "expired_trigger_id"}
        view_id = f"V{next(self._numbers)}"
        self.views[view_id] = payload["view"]
        return {"ok": True, "view": {"id": view_id}}

    def do_views_update(self, payload, known):
        self.views[payload["view_id"]] = payload["view"]
        return {"ok": True, "view": {"id": payload["view_id"]}}

    def do_views_publish(self, payload, known):
        self.homes[payload["user_id"]] = payload["view"]
        return {"ok": True}

    def do_apps_connections_open(self, payload, known):
        return {"ok": True, "url": f"ws://127.0.0.1:{self.port}/link"}

    # ── what people do ──────────────────────────────────────────────────────────────────────────────────────────
    async def say(self, user, text, channel="C1", *, files=(), deliver=True, **more):
        """Somebody writes; the message is there, and the app is told."""
        ts = self.ts()
        event = {"type": "message", "channel": channel, "user": user, "text": text, "ts": ts, "event_ts": ts, **more}
        if files:
            event |= {"subtype": "file_share", "files": [{"id": one, "name": name} for one, name in files]}
            self.files |= {one for one, _ in files}
        self.channels[channel][ts] = {"user": user, "text": text, "ts": ts}
        if deliver:
            await self.event(event)
        return event

    async def edit(self, event, text, *, deliver=True):
        """Somebody edits what they wrote."""
        ts = self.ts()
        message = {**event, "text": text, "edited": {"user": event["user"], "ts": ts}}
        changed = {
            "type": "message",
            "subtype": "message_changed",
            "channel": event["channel"],
            "ts": ts,
            "event_ts": ts,
            "message": message,
            "previous_message": event,
        }
        if event["ts"] in self.channels[event["channel"]]:
            self.channels[event["channel"]][event["ts"]]["text"] = text
        if deliver:
            await self.event(changed)
        return changed

    async def event(self, event, team=TEAM, event_id=None, **outer):
        """Tell the app of an event, over whichever way it listens."""
        body = {
            "type": "event_callback",
            "team_id": team,
            "api_app_id": APP,
            "event": event,
            "event_id": event_id or f"Ev{next(self._numbers)}",
            "event_time": int(time.time()),
            "authorizations": [{"team_id": team, "user_id": BOT, "is_bot": True}],
            **outer,
        }
        await self.deliver(body)
        return body

    async def click(self, user, action, value, channel="C1", **more):
        """Somebody presses a button."""
        return await self.interact(
            {
                "type": "block_actions",
                "user": {"id": user, "team_id": TEAM},
                "channel": {"id": channel},
                "actions": [{"type": "button", "action_id": action, "block_id": "b", "value": value}],
                **more,
            }
        )

    async def submit(self, user, callback, metadata, values):
        """Somebody sends a form."""
        state = {name: {name: value} for name, value in values.items()}
        view = {"type": "modal", "callback_id": callback, "private_metadata": metadata, "state": {"values": state}}
        return await self.interact(
            {"type": "view_submission", "user": {"id": user, "team_id": TEAM}, "view": {"id": "V0", **view}}
        )

    async def interact(self, payload):
        trigger = payload.setdefault("trigger_id", f"tr{next(self._numbers)}")
        self._triggers.setdefault(trigger, time.monotonic())
        payload |= {"team": {"id": TEAM}, "api_app_id": APP}
        return await self.deliver(payload, form=lambda: {"payload": json.dumps(payload)}, kind="interactive")

    async def command(self, user, text, channel="C1"):
        """Somebody types /sekimori."""
        fields = {
            "command": "/sekimori",
            "text": text,
            "team_id": TEAM,
            "user_id": user,
            "channel_id": channel,
            "trigger_id": f"tr{next(self._numbers)}",
            "api_app_id": APP,
        }
        return await self.deliver(fields, form=lambda: fields, kind="slash_commands")

    # ── how the app is told ─────────────────────────────────────────────────────────────────────────────────────
    async def deliver(self, body, form=None, kind="events_api", retries=2):
        """By a socket if one is open, otherwise signed over HTTP; what is not answered well comes again."""
        if self._sockets:
            return await self._by_socket(body, kind)
        raw = urlencode(form()) if form else json.dumps(body)
        for attempt in range(retries + 1):
            status, answer, seconds = await self._post(raw, is_form=form is not None, attempt=attempt)
            self.deliveries.append((kind, status, seconds))
            if status == 200:
                return answer
            await asyncio.sleep(0.05)
        return None

    async def _post(self, raw, *, is_form, attempt):
        moment = str(int(time.time()))
        signature = hmac.new(SIGNING_SECRET.encode(), f"v0:{moment}:{raw}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "x-slack-request-timestamp": moment,
            "x-slack-signature": f"v0={signature}",
            "content-type": "application/x-www-form-urlencoded" if is_form else "application/json",
        }
        if attempt:
            headers |= {"x-slack-retry-num": str(attempt), "x-slack-retry-reason": "http_error"}
        began = time.perf_counter()
        try:
            async with self._session.post(self.app_url, data=raw.encode(), headers=headers) as answer:
                return answer.status, await answer.text(), time.perf_counter() - began
        except aiohttp.ClientError:
            return 0, "", time.perf_counter() - began

    async def _socket(self, request):
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}})
        self._sockets.append(socket)
        try:
            async for message in socket:
                if message.type is aiohttp.WSMsgType.TEXT and message.data.startswith("{"):
                    answer = json.loads(message.data)
                    waiting = self._acks.pop(answer.get("envelope_id"), None)
                    if waiting and not waiting.done():
                        waiting.set_result(answer.get("payload"))
        finally:
            self._sockets.remove(socket)
        return socket

    async def _by_socket(self, body, kind):
        envelope = f"e{next(self._numbers)}"
        acked = self._acks[envelope] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        await self._sockets[-1].send_json(
            {"type": kind, "envelope_id": envelope, "payload": body, "accepts_response_payload": True}
        )
        answer = await asyncio.wait_for(acked, 10)
        self.deliveries.append((kind, 200, time.perf_counter() - began))
        return json.dumps(answer) if answer else ""
