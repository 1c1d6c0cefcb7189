"""What the guard does, one verb a file. Start with guard_message."""
