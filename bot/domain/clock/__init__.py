"""Wall clocks, hours of a day, cadences and public holidays: time, without anybody in it."""
