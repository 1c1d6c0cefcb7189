"""Text in, findings out: contact information in chat messages, however it is disguised.

>>> from detectors import scan
>>> [finding.kind.value for finding in scan("メールは taro@example.jp です").findings]
['email']
"""

from detectors.findings import CONDUCT, CONTACTS, Finding, Kind, Piece, Scan, Span, SpeechAct, Utterance
from detectors.scanning import scan, scan_many
from detectors.words import WORDS, Words

__all__ = [
    "CONDUCT",
    "CONTACTS",
    "WORDS",
    "Finding",
    "Kind",
    "Piece",
    "Scan",
    "Span",
    "SpeechAct",
    "Utterance",
    "Words",
    "scan",
    "scan_many",
]
