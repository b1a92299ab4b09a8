"""What is told about a contact or chosen for oneself: addresses, places, hours, yes and no."""
