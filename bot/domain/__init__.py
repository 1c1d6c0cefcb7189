"""The nouns of the flow as values: messages, contracts, threads, verdicts, effects. Pure: no clock, no storage."""
