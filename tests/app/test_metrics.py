"""Numbers for Prometheus: what happened, in words of our own."""

from bot.domain.verdicts import Outcome, Verdict
from bot.telemetry import Metrics
from detectors import Kind
from tests.builders import a_finding


def lines(metrics):
    return metrics.text().decode().splitlines()


def test_verdicts_are_counted_by_what_becomes_of_the_message():
    metrics = Metrics()
    for outcome in (Outcome.BLOCK, Outcome.BLOCK, Outcome.HOLD_CHECK):
        metrics.decided(Verdict("m-1", 1, outcome, "p@1", findings=(a_finding(Kind.LINE),), failed=("phone",)), 0.02)
    assert 'sekimori_verdicts_total{reason="",ruling="block"} 2.0' in lines(metrics)
    assert 'sekimori_verdicts_total{reason="check",ruling="hold"} 1.0' in lines(metrics)
    assert 'sekimori_findings_total{kind="line",speech_act="offers"} 3.0' in lines(metrics)
    assert 'sekimori_failed_detectors_total{detector="phone"} 3.0' in lines(metrics)
    assert 'sekimori_screen_seconds_bucket{le="0.01"} 0.0' in lines(metrics)
    assert "sekimori_screen_seconds_count 3.0" in lines(metrics)
    assert "m-1" not in metrics.text().decode()


def test_calls_are_counted_by_route_and_status():
    metrics = Metrics()
    for status in (200, 200, 503):
        metrics.answered("POST", "/v1/messages", status, 0.004)
    assert 'sekimori_calls_total{method="POST",route="/v1/messages",status="200"} 2.0' in lines(metrics)
    assert 'sekimori_call_seconds_bucket{le="0.005",route="/v1/messages"} 3.0' in lines(metrics)


def test_the_policy_in_use_is_told_and_no_earlier_one():
    metrics = Metrics()
    for policy in ("p@1", "p@2"):
        metrics.uses(policy)
    metrics.reloaded(is_new=True)
    metrics.reloaded(is_new=False)
    told = [line for line in lines(metrics) if line.startswith("sekimori_policy")]
    assert 'sekimori_policy_info{policy="p@2"} 1.0' in told
    assert not any("p@1" in line for line in told)
    assert {'sekimori_policy_reloads_total{result="loaded"} 1.0'} < set(told)
