"""`python -m detectors "text"`: what is seen in a text, and why. Without a text, standard input is read."""

from __future__ import annotations

import sys

from detectors import scan


def explain(text: str) -> str:
    """One line for each finding: kind, act, value, confidence, rule, reason, tricks, and the pieces as written."""
    seen = scan(text)
    lines = [
        f"{finding.kind.value:<17} {finding.speech_act.value:<12} {finding.value or '-':<32} {finding.confidence:.2f}  {finding.rule}: {finding.because}"
        + (f"  [{', '.join(finding.tricks)}]" if finding.tricks else "")
        + "".join(f"\n{'':<17} {piece.start}-{piece.end} {piece.text!r}" for piece in finding.pieces)
        for finding in seen.findings
    ]
    lines += [f"failed: {name}" for name in seen.failed]
    return "\n".join(lines) or "nothing"


def main() -> None:
    """Explain the arguments, or standard input."""
    text = " ".join(sys.argv[1:]) or sys.stdin.read()
    sys.stdout.write(explain(text) + "\n")


if __name__ == "__main__":
    main()
