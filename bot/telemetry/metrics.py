"""Numbers for Prometheus. Labels are words of our own (rulings, kinds, routes): no id, no text, no contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

if TYPE_CHECKING:
    from bot.domain.verdicts import Outcome, Verdict

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)


class Metrics:
    """What one process has done since it started."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._verdicts = self._counter("verdicts", "Verdicts by what becomes of the message.", "ruling", "reason")
        self._findings = self._counter("findings", "Findings by kind and speech act.", "kind", "speech_act")
        self._failed = self._counter("failed_detectors", "Detectors that raised, by name.", "detector")
        self._screening = self._seconds("screen_seconds", "From a message to its recorded verdict.")
        self._calls = self._counter("calls", "Calls answered.", "method", "route", "status")
        self._answering = self._seconds("call_seconds", "From a call to its answer.", "route")
        self._reloads = self._counter("policy_reloads", "Reloads of the policy, by result.", "result")
        self._alarms = self._counter("brake_alarms", "Times the brake on automatic blocking began to hold.")
        self._strangers = self._counter("slack_strangers", "Events from workspaces without the app.")
        self._routes: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._outcomes: dict[Outcome, Counter] = {}
        self._policy = Gauge("sekimori_policy_info", "The policy in use.", ["policy"], registry=self._registry)

    def decided(self, verdict: Verdict, seconds: float) -> None:
        """A verdict was recorded, `seconds` after the message came."""
        outcome = verdict.outcome
        if outcome not in self._outcomes:  # looking a label up costs more than counting
            reason = outcome.reason.value if outcome.reason else ""
            self._outcomes[outcome] = self._verdicts.labels(outcome.ruling.value, reason)
        self._outcomes[outcome].inc()
        for finding in verdict.findings:
            self._findings.labels(finding.kind.value, finding.speech_act.value).inc()
        for name in verdict.failed:
            self._failed.labels(name).inc()
        self._screening.observe(seconds)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A call was answered (bot.api.Observer)."""
        key = (method, route, status)
        if key not in self._routes:
            self._routes[key] = (self._calls.labels(method, route, str(status)), self._answering.labels(route))
        count, answering = self._routes[key]
        count.inc()
        answering.observe(seconds)

    def uses(self, policy: str) -> None:
        """This policy is in use now."""
        self._policy.clear()
        self._policy.labels(policy).set(1)

    def reloaded(self, *, is_new: bool) -> None:
        """The policy was to be loaded anew: it was, or the file is broken and the old one stays."""
        self._reloads.labels("loaded" if is_new else "refused").inc()

    def alarmed(self) -> None:
        """The brake on automatic blocking began to hold."""
        self._alarms.inc()

    def stranger(self) -> None:
        """Slack told of a workspace that is not ours."""
        self._strangers.inc()

    def text(self) -> bytes:
        """Everything counted, in Prometheus' text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, said: str, *labels: str) -> Counter:
        return Counter(f"sekimori_{name}", said, labels, registry=self._registry)

    def _seconds(self, name: str, said: str, *labels: str) -> Histogram:
        return Histogram(f"sekimori_{name}", said, labels, buckets=SECONDS, registry=self._registry)
