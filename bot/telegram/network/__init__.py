"""What both ways share: connections, waits between tries, and what a failure means."""
