"""What Slack tells the app, by Slack's nouns. A listener translates and calls; it decides nothing."""
