"""The lines of the table of cities; what they are made of, no test downloads."""

from benchmarks.cities import Town, lines_for

OHIO, ENGLAND, NORWAY = (
    ("US.OH", "America/New_York"),
    ("GB.ENG", "Europe/London"),
    ("NO", "Europe/Oslo"),
)


def test_an_area_is_a_line_and_only_shared_names_tell_their_people() -> None:
    """Names lie in order under what those alike have in common, spelled as they are written."""
    towns = [
        Town("Tromsø", NORWAY, 419),
        Town("Bergen", NORWAY, 2139),
        Town("Oxford", ENGLAND, 1715),
        Town("Oxford", OHIO, 226),
        Town("Oxford", OHIO, 1),
    ]
    people = {OHIO: 900, NORWAY: 30000, ENGLAND: 500000}
    assert list(lines_for(towns, people)) == [
        "GB.ENG\tEurope/London\t500000\tOxford@1715",
        "NO\tEurope/Oslo\t30000\tBergen|tromso=Tromsø",
        "US.OH\tAmerica/New_York\t900\tOxford@226",
    ]
