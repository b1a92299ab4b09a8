"""Days, hours and lengths of time, as the calendar has them and as users name them."""
