"""What Hei costs, measured beside something everybody knows; one question a module."""
