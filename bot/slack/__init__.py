"""The Slack surface: what is heard there, and what each person sees."""
