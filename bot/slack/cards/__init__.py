"""What people see in Slack, as Block Kit: values in, blocks and views out. Nothing here talks to Slack."""
