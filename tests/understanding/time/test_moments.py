"""Moments in three languages and both directions; it is Wednesday 16 September 2026, 14:05."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.understanding.time.moments import (
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    Two,
    Wrong,
    find_moment,
    read_moment,
)
from tests.every_row import every_row

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - the grammar takes local wall-clock time
PAST, FUTURE = Facing.PAST, Facing.FUTURE


def _day(iso: str) -> Day:
    return Day(date.fromisoformat(iso))


def _hour(iso: str) -> Hour:
    return Hour(datetime.fromisoformat(iso))


def _table(rows: dict[Moment, str]) -> list[tuple[str, Moment]]:
    return [(text, moment) for moment, texts in rows.items() for text in texts.split("|")]


def _two(first: str, second: str, at: time | None = None) -> Two:
    return Two(date.fromisoformat(first), date.fromisoformat(second), at)


AHEAD: dict[Moment, str] = {
    _day("2026-09-16"): "today|i dag|idag|later today|senere i dag|senare idag|16.9.|seinere idag",
    _day("2026-09-17"): "tomorrow|i morgen|imorgen|i morgon|imorgon|imorrn|1 day|a day|om en dag"
    "|Tomorrow!|TOMORROW|i morra|thursday|torsdag|på torsdag|17 September|until tomorrow|tors",
    _day("2026-09-18"): "the day after tomorrow|i overmorgen|i övermorgon|övermorgon|2 days|friday"
    "|fredag|på fredag|until friday|til fredag|till fredag|om to dager|om två dagar|fri|on Fri"
    "|18.9.|18/9|2026-09-18|this friday|denne fredag|fredag den 18 september|coming friday",
    _day("2026-09-19"): "3 days|in 3 days|om 3 dager|om tre dagar|for 3 days|i 3 dager|i tre dagar"
    "|til helga|til helgen|till helgen|i helga|i helgen|at the weekend|this weekend|weekend|helga"
    "|until the weekend|this coming weekend|kommende helg|3d|3 dager til|lördag|lørdag"
    "|saturday|sat|lør|lör|three days|the 19th"
    "|den 19.|den 19:e|on the 19th|saturday 19 september|Sept 19|Sep. 19|September 19th",
    _day("2026-09-20"): "sun|søn|sön|on sun|på sön|søndag|söndag|Sunday",
    _day(
        "2026-09-21"
    ): "man|mån|mon|monday|på man|next week|after the weekend|etter helga|neste uke|nästa vecka"
    "|week 39|uke 39"
    "|til uke 39|vecka 39|i vecka 39|monday next week|mandag neste uke|v. 39|måndag nästa vecka",
    _day("2026-09-22"): "tuesday|tirsdag|tisdag|på tirsdag|på tisdag|tirsdag neste uke|tue|tirs|tis"
    "|tisdag nästa vecka|tuesday next week|next week on tuesday|kommende tirsdag|kommande tisdag"
    "|på tirsdag i neste uke",
    _day("2026-09-23"): "a week|in a week|om en uke|om en vecka|for a week|i en uke|7 days|1 week"
    "|another week|one more week|en uke til|en vecka till|in a week's time|wednesday|onsdag|ons"
    "|a week from now|en uke|onsdag neste uke|Wed",
    _day("2026-09-30"): "2 weeks|in two weeks|a couple of weeks|et par uker|ett par veckor"
    "|om to uker|om två veckor|a fortnight|i to uker|i två veckor|in about two weeks|om ca 2 uker"
    "|for 2 weeks|30.9.|a couple of weeks!",
    _day("2026-10-07"): "three weeks|a few weeks|noen uker|några veckor|om tre uker|7 October"
    "|7. oktober|den 7 oktober|Oct 7|7th of October|the 7th of October|October 7, 2026|7.10.26",
    _day("2026-10-01"): "next month|neste måned|nästa månad|in October|i oktober|until October"
    "|til oktober",
    _day("2026-10-16"): "a month|in a month|om en måned|om en månad|1 month|om en måneds tid",
    _day("2027-01-01"): "next year|neste år|nästa år|1 January|1. januar|den 1 januari",
    _day("2027-03-16"): "half a year|et halvt år|ett halvår|om et halvt år|6 months|two quarters",
    _day("2026-12-24"): "2026-12-24|24.12.|24.12.2026|24/12|24 December|Dec 24|24. desember|24.12"
    "|den 24 december|12/24|24/12/2026|December 24|24 dec|Thursday 24 December|24.12.26|24. des"
    "|torsdag 24. desember|torsdag den 24 december|24. 12. 2026|Dec. 24, 2026|on December 24th"
    "|til 24. desember|24th December",
    _day("2028-02-29"): "29 February|29.2.|29 feb|29. februar",
    _day("2027-05-31"): "31.5|31.5.|31 May|31. mai|31 maj",
    Elapsed(timedelta(hours=2)): "2h|2 hours|in 2 hours|2 timer|om to timer|om två timmar|two hours"
    "|2 timmar|2t|in a couple of hours|2 hrs|for 2 hours",
    Elapsed(timedelta(minutes=30)): "half an hour|en halvtime|en halvtimme|30 min|om en halvtime"
    "|om en halvtimme|30 minutes|30 minutter|in half an hour|halvtime|en halv timme",
    Elapsed(timedelta(minutes=90)): "halvannen time|an hour and a half|en och en halv timme|90 min",
    Elapsed(timedelta(hours=1)): "an hour|in an hour|en time|om en time|om en timme|1h|1 timme",
    _hour("2026-09-17 09:00"): "tomorrow morning|tomorrow at 9|i morgon kl 9|i morgen klokka 9"
    "|9:00 tomorrow|tomorrow 9am|tomorrow at 9 in the morning|in the morning|om morgenen"
    "|tomorrow, 9:00|at 9 tomorrow|i morgen kl. 09.00|på morgonen",
    _hour("2026-09-17 08:00"): "i morgen tidlig|i morgon bitti|imorrn bitti|tomorrow early"
    "|imorgen tidlig",
    _hour(
        "2026-09-17 10:00"
    ): "i morgen formiddag|i morgon förmiddag|om formiddagen|på förmiddagen",
    _hour("2026-09-17 15:00"): "tomorrow afternoon|i morgen ettermiddag|i morgon eftermiddag",
    _hour("2026-09-16 15:00"): "this afternoon|i ettermiddag|i eftermiddag|in the afternoon|at 3"
    "|at 3pm|15:00|kl 15|kl. 3",
    _hour("2026-09-16 18:00"): "etter middag|etter middagen|at 18|at 6pm|kl. 18|kl 18:00|klokka 18"
    "|klockan 18|6 pm|18:00|18.00|at 6 p.m.|today at 18|i dag kl 18|idag 18:00|tonight at 6|at 6"
    "|i kveld kl 6|ikväll kl. 18",
    _hour("2026-09-16 18:30"): "at 18:30|klokka 18.30|kl 18:30|18:30|18.30|6:30 pm|tonight at 6:30",
    _hour("2026-09-16 19:00"): "tonight|this evening|i kveld|ikveld|i kväll|ikväll|efter middag"
    "|efter middagen|in the evening|på kvelden|på kvällen|today evening|i dag på kvelden|kveld",
    _hour("2026-09-16 19:30"): "after dinner|after supper",
    _hour("2026-09-16 20:00"): "tonight at 8|at 8 tonight|i kveld kl. 20|at 8|kl 20|8pm",
    _hour(
        "2026-09-16 21:00"
    ): "today at 9|sent i kveld|sent ikväll|late tonight|sent i kväll|sent på kvelden",
    _hour("2026-09-16 23:00"): "i natt|inatt",
    _hour("2026-09-17 12:10"): "kl 12.10|12:10|tomorrow at 12:10",
    _hour("2026-09-16 16:30"): "etter jobb",
    _hour("2026-09-17 17:00"): "imorgon efter jobbet",
    _hour("2026-09-17 12:30"): "etter lunsj",
    _hour("2026-09-18 19:00"): "friday evening|fredag kveld|fredag kväll|on friday in the evening"
    "|på fredag kväll|friday night",
    _hour("2026-09-18 18:00"): "friday at 18|on friday at 6pm|18:00 on friday|fredag kl. 18"
    "|at 18 on friday|på fredag klockan 18|Friday 18:00|friday, 18:00|at 18, friday|18:00 fredag",
    _hour("2026-09-18 20:00"): "friday evening at 8|friday at 8 in the evening|at 8 friday evening",
    _two("2026-09-22", "2026-09-29"): "next tuesday|neste tirsdag|nästa tisdag|Next Tuesday"
    "|until next tuesday|til neste tirsdag|på neste tirsdag",
    _two("2026-09-19", "2026-09-26"): "next weekend|neste helg|nästa helg",
    _two("2026-09-22", "2026-09-29", time(18)): "next tuesday at 18|neste tirsdag kl. 18",
    _two("2026-09-22", "2026-09-29", time(19)): "next tuesday evening|nästa tisdag kväll",
    Wrong(): "yesterday|i går|igår|last tuesday|forrige tirsdag|i tisdags|förra tisdagen|last week"
    "|3 weeks ago|for tre uker siden|i morges|i morse|this morning|last night|2020-01-01|i fjor"
    "|tuesday last week|1.1.2026|2 hours ago|earlier today|today at 9am|tidligere i dag|i förrgår"
    "|i forgårs|until yesterday|monday this week|förra helgen|i förmiddags|nyss",
}

BEHIND: dict[Moment, str] = {
    _day("2026-09-16"): "today|i dag|idag|earlier today|tidligere i dag|just now|16.9.",
    _day("2026-09-15"): "yesterday|i går|igår|last tuesday|forrige tirsdag|sist tirsdag|i tisdags"
    "|förra tisdagen|tuesday|på tirsdag|på tisdag|1 day ago|for en dag siden|för en dag sedan|tue"
    "|tuesday this week|15.9.|a day|the 15th|den 15.",
    _day("2026-09-14"): "the day before yesterday|i forgårs|forgårs|i förrgår|förrgår|mon|this week"
    "|denne uka|den här veckan|2 days ago|i måndags|week 38|earlier this week",
    _day(
        "2026-09-13"
    ): "i helga|i helgen|last weekend|forrige helg|förra helgen|this weekend|i helgas",
    _day(
        "2026-09-11"
    ): "i fredags|last friday|on friday|fredag|friday last week|fredag forrige uke",
    _day("2026-09-09"): "last week|forrige uke|förra veckan|a week ago|for en uke siden|wednesday"
    "|för en vecka sedan|1 week|a week|en uke siden",
    _day("2026-08-26"): "3 weeks ago|three weeks ago|for 3 uker siden|for tre uker siden|3 weeks"
    "|för tre veckor sedan|för 3 veckor sen|tre uker siden|about 3 weeks ago|for ca 3 uker siden"
    "|some weeks ago|for noen uker siden|för några veckor sedan|a few weeks ago|tre veckor sedan",
    _day("2026-08-16"): "last month|forrige måned|förra månaden|a month ago|for en måned siden"
    "|över en månad sedan|over a month ago",
    _day("2026-06-16"): "some months ago|for noen måneder siden|för några månader sedan|3 months",
    _day("2025-09-16"): "a year ago|last year|i fjor|i fjol|förra året|for et år siden|1 year",
    _day("2026-05-15"): "in May|i mai|i maj|last May",
    _day("2025-12-24"): "24.12.|24/12|Dec 24|24. desember|den 24 december|2025-12-24",
    _day("2026-09-01"): "1 September|1.9.|the 1st",
    _day("2024-02-29"): "29 February|29.2.",
    Elapsed(timedelta(hours=-2)): "2 hours ago|for to timer siden|för två timmar sedan|2h ago|2h",
    Elapsed(timedelta(minutes=-30)): "half an hour ago|for en halvtime siden|för en halvtimme sen",
    _hour("2026-09-16 09:00"): "i morges|i morse|this morning|imorse|in the morning|i dag tidlig"
    "|today at 9|at 9|9:00|today at 9am",
    _hour("2026-09-15 19:00"): "yesterday evening|i går kveld|igår kväll|last night|in the evening",
    _hour("2026-09-15 18:00"): "yesterday at 18|i går kl. 18|igår klockan 18|at 18|18:00",
    _hour("2026-09-16 02:00"): "i natt",
    _hour("2026-09-16 14:05"): "this afternoon|i ettermiddag|i eftermiddag",
    _hour("2026-09-11 19:00"): "on friday evening|fredag kveld|i fredags kväll",
    Wrong(): "tomorrow|i morgen|imorgon|next tuesday|neste tirsdag|in 3 days|om tre dager"
    "|om en vecka|tuesday next week|next week|tonight|i kveld|i morgon bitti|2027-01-01"
    "|till fredag|later today"
    "|until friday|today at 18|the day after tomorrow|next weekend|neste år|coming friday",
}

NOTHING = (
    (
        "|whenever|soon|snart|to jul|til jul|31 February|30/2|30.2.|2026-02-30|31 April|13/13"
        "|99.99.|12.10|den 12.10|in 11 years|4000 days|99999 days|at 25|kl 24|25:00|18:60|18|3"
        "|uke 54"
        "|2026-9|tuesday 24 December|tomorrow?|every week|kl|at|in|om|man skulle tro"
        "|sun was shining|May"
        "|mai|-3 days|1.5 weeks|0 days|tomorrow tomorrow|yesterday's|next|neste|nästa|last"
        "|in two|om to"
        "|2 hours at 18|in 2 hours at 18|kl 8:5|13pm|0am|fredag 18|the 32nd|den 0.|in 0 days"
        "|100000 hours|until|til|tonight in the evening|7.13.2026"
    )
    .replace("|den 12.10", "")
    .split("|")
)


@every_row(_table(AHEAD))
def test_a_moment_ahead_is_read(text: str, moment: Moment) -> None:
    """For snooze and rest, every form in any language is the moment to come (traps 3 to 5, 7)."""
    assert read_moment(text, now=NOW, facing=FUTURE) == moment


@every_row(_table(BEHIND))
def test_a_moment_behind_is_read(text: str, moment: Moment) -> None:
    """For done and last, the same words are the moment that was (trap 4)."""
    assert read_moment(text, now=NOW, facing=PAST) == moment


@every_row(NOTHING, Facing)
def test_what_is_no_moment_is_refused(text: str, facing: Facing) -> None:
    """Impossible dates, more than ten years and half phrases are asked back, never guessed."""
    assert read_moment(text, now=NOW, facing=facing) is None


SPOKEN = {
    "18:30": "klokka halv sju|kl halv 7|halv sju|klockan halv sju|half past six|at half past six",
    "20:00": "klokka åtte|kl. åtte|klockan åtta|at eight|eight o'clock|at 8 o'clock|rundt åtte",
    "16:45": "kvart på fem|kvart i fem|quarter to 5|a quarter to five",
    "22:15": "kvart over ti|kvart över tio|quarter past ten",
}


@pytest.mark.parametrize(
    ("text", "at"), [(text, at) for at, texts in SPOKEN.items() for text in texts.split("|")]
)
def test_a_time_of_day_may_be_said_in_words(text: str, at: str) -> None:
    """In nb and sv "halv sju" is half past six; of morning and evening the nearest is meant."""
    assert read_moment(text, now=NOW, facing=FUTURE) == _hour(f"2026-09-16 {at}")


@pytest.mark.parametrize("text", ["i morgen 18", "i morgon 18", "tomorrow 18", "imorgen 18.00"])
def test_a_bare_hour_after_a_day_is_kept(text: str) -> None:
    """The hour is part of the time, not a note."""
    assert read_moment(text, now=NOW, facing=FUTURE) == _hour("2026-09-17 18:00")


@pytest.mark.parametrize("text", ["fredag 18", "friday 8", "på tisdag 20"])
def test_a_figure_after_a_weekday_is_asked_back(text: str) -> None:
    """It may be an hour or a date, and is no note either."""
    assert read_moment(text, now=NOW, facing=FUTURE) is None
    assert find_moment(text, now=NOW, facing=FUTURE) is None


@pytest.mark.parametrize(
    "text",
    ["in January she moves", "i januar flytter hun", "i januari flyttar hon", "1 March is her day"],
)
def test_a_date_that_may_lie_ahead_is_no_moment_before_a_note(text: str) -> None:
    """What happens in January is news in September, not a contact of last winter."""
    assert find_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize("text", ["om et kvarter", "om en kvart", "in a quarter of an hour"])
def test_a_quarter_of_an_hour_is_an_amount(text: str) -> None:
    """Fifteen minutes have a word of their own."""
    assert read_moment(text, now=NOW, facing=FUTURE) == Elapsed(timedelta(minutes=15))


@pytest.mark.parametrize("text", ["1.5 hours", "1.5 uker", "om 2.5 timmar", "1.5 weeks ago"])
@pytest.mark.parametrize("facing", Facing)
def test_an_amount_with_a_point_is_no_date(text: str, facing: Facing) -> None:
    """Nobody who types "snooze 1.5 hours" means the first of May."""
    assert read_moment(text, now=NOW, facing=facing) is None
    assert find_moment(text, now=NOW, facing=facing) is None


@pytest.mark.parametrize("text", ["for 2 weeks", "i to uker", "i två veckor", "this month"])
def test_a_length_of_time_is_no_moment_behind(text: str) -> None:
    """A phrase such as "for two weeks" says how long, not when, once it is over."""
    assert read_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize("text", ["this week", "denne uka", "den här veckan"])
def test_this_week_is_no_moment_ahead(text: str) -> None:
    """Nobody can tell which day of this week is meant."""
    assert read_moment(text, now=NOW, facing=FUTURE) is None


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        ("2026-09-16 20:00", "tonight", _hour("2026-09-16 21:59")),
        ("2026-09-16 23:59", "tonight", Wrong()),
        ("2026-09-16 20:00", "in the evening", _hour("2026-09-17 19:00")),
        ("2026-09-16 06:00", "in the morning", _hour("2026-09-16 09:00")),
        ("2026-09-16 22:00", "at 8", _hour("2026-09-17 08:00")),
        ("2026-09-16 22:00", "at 3", _hour("2026-09-17 15:00")),
        ("2026-09-16 22:00", "at 12", _hour("2026-09-17 12:00")),
        ("2026-09-16 22:00", "at 12am", _hour("2026-09-17 00:00")),
        ("2026-09-19 10:00", "til helga", _day("2026-09-20")),
        ("2026-09-20 10:00", "til helga", _day("2026-09-26")),
        ("2026-09-19 10:00", "saturday", _day("2026-09-26")),
        ("2026-12-31 10:00", "the 31st", _day("2026-12-31")),
        ("2027-01-31 10:00", "the 30th", _day("2027-03-30")),
        ("2026-01-31 10:00", "1 month", _day("2026-02-28")),
        ("2026-12-30 10:00", "week 1", _day("2027-01-04")),
        ("2026-12-24 10:00", "24.12.", _day("2026-12-24")),
        ("2026-12-24 10:00", "24.12. at 9:00", Wrong()),
    ],
)
def test_a_moment_depends_on_now(now: str, text: str, moment: Moment) -> None:
    """Evenings that have begun, weekends, short months and the turn of the year come out right."""
    assert read_moment(text, now=datetime.fromisoformat(now), facing=FUTURE) == moment


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        ("2026-09-16 03:00", "this morning", Wrong()),
        ("2026-09-16 03:00", "in the morning", _hour("2026-09-15 09:00")),
        ("2026-09-20 10:00", "i helga", _day("2026-09-19")),
        ("2026-09-19 10:00", "i helga", _day("2026-09-13")),
        ("2026-09-10 10:00", "in september", _day("2026-09-10")),
        ("2026-01-04 10:00", "week 52", _day("2025-12-22")),
        ("2026-01-04 10:00", "in December", _day("2025-12-15")),
    ],
)
def test_a_moment_behind_depends_on_now(now: str, text: str, moment: Moment) -> None:
    """What has not begun yet was not this morning; the year turns backwards too."""
    assert read_moment(text, now=datetime.fromisoformat(now), facing=PAST) == moment


@pytest.mark.parametrize(
    ("text", "moment", "rest"),
    [
        ("yesterday she got the job", _day("2026-09-15"), "she got the job"),
        ("yesterday, she got the job", _day("2026-09-15"), "she got the job"),
        ("i går hun fikk jobben", _day("2026-09-15"), "hun fikk jobben"),
        ("i tisdags: hon var glad", _day("2026-09-15"), "hon var glad"),
        ("3 weeks ago - coffee in town", _day("2026-08-26"), "coffee in town"),
        ("on friday we met", _day("2026-09-11"), "we met"),
        ("tue, great talk", _day("2026-09-15"), "great talk"),
        ("sun", _day("2026-09-13"), ""),
        ("yesterday", _day("2026-09-15"), ""),
        ("at 18, she called", _hour("2026-09-15 18:00"), "she called"),
        ("tomorrow, she moves", Wrong(), "she moves"),
        ("tomorrow", Wrong(), ""),
        ("last week (at her place)", _day("2026-09-09"), "(at her place)"),
        ("in the morning we met", _hour("2026-09-16 09:00"), "we met"),
        ("yesterday 🎉 new job", _day("2026-09-15"), "new job"),
        ("3 weeks", _day("2026-08-26"), ""),
        ("the 15th, at work", _day("2026-09-15"), "at work"),
    ],
)
def test_a_moment_is_found_before_a_note(text: str, moment: Moment, rest: str) -> None:
    """In "/done Kari yesterday she got the job" the day is read and the note is whole."""
    found = find_moment(text, now=NOW, facing=PAST)
    assert found is not None
    assert (found.moment, found.rest) == (moment, rest)


@pytest.mark.parametrize(
    ("text", "moment", "rest"),
    [
        ("3 days she is away", _day("2026-09-19"), "she is away"),
        ("a week, on holiday", _day("2026-09-23"), "on holiday"),
        ("until friday, busy", _day("2026-09-18"), "busy"),
        ("til neste tirsdag", _two("2026-09-22", "2026-09-29"), ""),
        ("2h", Elapsed(timedelta(hours=2)), ""),
        ("yesterday", Wrong(), ""),
    ],
)
def test_a_moment_ahead_is_found_before_a_note(text: str, moment: Moment, rest: str) -> None:
    """A snooze may say how long and why."""
    found = find_moment(text, now=NOW, facing=FUTURE)
    assert found is not None
    assert (found.moment, found.rest) == (moment, rest)


@pytest.mark.parametrize(
    "text",
    [
        "sun was shining",
        "Sun, sand and sea",
        "man skulle tro",
        "man, what a day",
        "may was great",
        "today's news",
        "weekend trip with her",
        "two hours on the phone",
        "3 days with her",
        "evening walk",
        "tomorrow she moves",
        "in 3 weeks she moves",
        "to jul",
        "on time",
        "she got it",
        "tue was fine",
        "at 18 people came",
        "the 5th time",
        "the weekend was fun",
        "sat together",
        "i morgen flytter hun",
        "for two hours",
        "",
        "  ",
        "!",
        "til fredag er hun borte",
        "May",
        "mon ami",
        "15% better",
        "fre the whale",
        "i to timer",
    ],
)
def test_a_note_keeps_its_first_words(text: str) -> None:
    """A note that merely begins with such a word is a note: nothing of it is eaten."""
    assert find_moment(text, now=NOW, facing=PAST) is None
