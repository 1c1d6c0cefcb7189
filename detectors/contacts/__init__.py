"""One file for each way of being reached; each docstring says what it catches and what it leaves."""
