"""Every number of the nudging policy, each with its reason."""

from datetime import time, timedelta

NUDGES_A_DAY = 1
"""A second ping on one day is where reminders begin to annoy."""
NUDGES_A_WEEK = 3
"""However many contacts: the user's week is the scarce thing, not the list."""
WEEK = timedelta(days=7)
"""A rolling 7 x 24 hours; a calendar week would let six fall around one Sunday."""
SPACING = timedelta(hours=36)
"""Between two nudges of Hei's own: never the evening before and the morning after."""

BUCKET_START = 1.0
"""A new user may get the first nudge as soon as a contact is due."""
BUCKET_MOST = 1.5
"""A quiet month saves up no more than half a nudge beyond the next one."""
NUDGE_COST = 1.0
"""One nudge takes one token; the dose refills dose / 7 a day."""

SILENCE_LEAVES = 0.7
"""What each silence leaves of the dose, at once: those whom it annoys say nothing (decision 10)."""
HALVING_SILENCES = frozenset({3, 5})
"""Silences in a row that halve the dose: silence is a valid answer."""
PAUSING_SILENCE = 6
"""The silence after which Hei stays quiet for a while, and says so in one line."""
PAUSE = timedelta(days=14)
SILENCING_SILENCE = 8
"""The silence after which Hei waits for the user to write."""
REGAIN = 0.2
"""What a nudge that led to a hello gives back of the chosen dose."""
START_SCALE = 0.5
"""Every user starts at half of their dose, until nudges led to hellos: whom it annoys can tell only
later."""
LEAST_SCALE = 1 / 16
"""Four halvings; below that the dose would be a formality."""

LOST_TOUCH = 6
"""Beyond so many times the usual gap one check-in: has it become another?"""
DUTY_AGAIN = timedelta(days=365)
"""Duty alone is asked about once a year: it may have become something else."""
RELIEF_AFTER, RELIEF_OF = 3, 4
"""So many heavier ones of so many: slower, rest or let go is offered, once."""
REFLECTION_AGAIN = timedelta(days=91)
"""At most once a quarter per contact, and never about a new one."""

CORRECTABLE = timedelta(minutes=10)
"""So long after an answer what is typed may correct it."""
TOLD_LATELY = timedelta(days=31)
"""A hello that is told where a note was asked for is no longer ago; else it is what is noted."""
DATE_NEAR = timedelta(days=90)
"""A date in figures within these days of today is meant as it is written where days come first."""
NEED_PAUSE = timedelta(hours=24)
"""Whoever was in need is left in peace for a day; what helps then is no reminder."""
PERSON_REST = timedelta(days=91)
"""A season without one contact: long enough to breathe, and then one may see."""

LESS_FIRST, LESS_EVERY = 2, 5
"""The nudges of Hei's own under which "too much?" stands: the second, early, and every fifth, when
it is known how it feels."""
LEAST_SHARE = 1 / 8
"""Three taps on "too much?" leave an eighth; who wants less still rests."""

AHEAD = timedelta(days=1)
"""What lies further ahead of the clock was written by one that ran ahead: it does not count."""

KEPT_SPACING = timedelta(hours=3)
"""Between two that come back at the same chosen time: one card at a time."""
KEPT_LATE = timedelta(hours=12)
"""A chosen time that passed so long ago, in a rest say, is no pressing promise any more ..."""
KEPT_LATE_SPACING = timedelta(days=1)
"""... and waits a day after the nudge before."""

ASKED_FRESH = timedelta(minutes=10)
"""How long a nudge that was asked for may come at any hour: after that it waits for the morning."""
LAPSE_AFTER = timedelta(hours=48)
"""An unanswered nudge closes by itself; it is not repeated and not mentioned."""

DUE_AT = 1.0
"""gap / cadence that users see as due, and from which a contact may come up."""
EARLY_AT = 0.6
"""From here a contact may come up whose usual gap is known: a good moment before the due day
beats a bad one after it."""
EARLY_AFTER = 3
"""From so many logged contacts the usual gap is known; before that the cadence is only a guess."""

NEED_WEIGHT = 1.2
"""Need speaks loudest, and ..."""
NEED_WIDTH = 0.3
"""... saturates near twice the cadence: the most overdue would stick to the hardest."""
NEED_FULL = 10.0
"""Beyond this need has long been whole."""
SURPRISE_WEIGHT = 0.2
"""Being thought of unexpectedly is appreciated most (Liu et al. 2022) ..."""
SURPRISE_AT = 2.0
"""... so a contact who has not heard for twice the cadence gets a little more."""
COST_WEIGHT_TODAY = 0.8
"""What a heavy contact weighs on a day of ok energy; twice that on a low one, nothing on a high."""
RECENT_WEIGHT = 0.6
"""Whoever came up lately steps back, so that the others have their turn, and recovers ..."""
RECENT_HALF_LIFE = 14
"""... by half in two weeks, in days."""
FAR_WEIGHT = 0.3
"""A word is harder the longer it waits: beyond four cadences each doubling steps back a little."""
FAR_DOUBLINGS = 2.0
DUTY_WEIGHT = 0.5
"""Whoever is in the book out of duty only weighs half of what need gives."""
WAITED_LONG = 180
"""Days for which a contact was due and did not come up, from which they go before all others: the
further gone, the less likely a draw, and nobody shall wait for ever."""
TEMPERATURE = 0.25
"""How much chance there is: two who are alike take turns, a clear need is mostly met."""

COST_START = 0.3
"""What a contact costs as long as nothing was said of it."""
COST_WEIGHT = 0.3
"""What the newest after-feeling counts for in the average: a bad day is forgotten after a few."""
COST_LIGHTER, COST_NEUTRAL, COST_HEAVIER = 0.0, 0.4, 1.0
"""What each after-feeling stands for; even an easy contact takes a little."""

LIGHT_COST = 0.3
"""On a day of low energy: nobody heavier than a contact of whom nothing is known."""

PRIOR_MEAN, PRIOR_MORE = 0.25, 0.03
"""How often a nudge is expected to be taken up, and how much more in the evening and at weekends
around noon."""
PRIOR_STRENGTH = 6.0
"""So many nudges the expectation weighs: one good evening makes no habit."""
TIMED_FROM = 6
"""As many nudges as the expectation weighs: before that any good hour will do."""
REWARD_DONE, REWARD_ANOTHER, REWARD_SNOOZE = 1.0, 0.5, 0.2
"""What each tap says of the hour; silence says 0. Replies are not known and do not count."""
REWARD_WITHIN = timedelta(hours=24)
"""A hello a day later has nothing to do with the hour any more."""
LEARNED_FROM = 40
"""The newest nudges alone tell of the hours: half a year and more at the usual dose."""
FORGETTING = 0.995
"""What a day leaves of what was learned: half is gone in 4 1/2 months, as lives change."""
EXPLORATION = 0.1
"""How often any slot has its turn, so that one bad week is not for ever."""

CLOSE_UNTIL = 1.5
"""A contact is close who is light, whose usual gap is known and whose due ratio is at most this."""
LONG_GAP = 4.0
"""The gap ratio above which a first word asks nothing and a warm-up is offered."""

FIRST_TURN_FROM = 0.25
"""Not told when they last talked: the first turn comes after this share of the cadence or later."""
SPREAD_STEP = 0.6180339887498949
"""The golden ratio's fraction: multiples of it, modulo 1, lie far from one another, so that
contacts added one after the other never come together (a low-discrepancy sequence)."""
WAKING_SPREAD = timedelta(days=21)
"""After a rest, those who were due are spread over three weeks."""
SHORT_REST = timedelta(days=1)
"""A rest of hours piles up nothing, so nobody is spread after it."""

SNOOZE_LADDER = (timedelta(days=1), timedelta(days=3), timedelta(days=9))
"""What the first three bare snoozes of a contact hold; the next holds half a cadence and asks."""
TRY_SHARE = 0.25
"""Tried, no answer: wait this share of the cadence ..."""
TRY_LEAST = timedelta(days=1)
TRY_MOST = timedelta(days=14)
"""... but at least a day and at most two weeks."""
SILENT_SHARE = 0.5
"""A nudge that met silence: that contact waits this share of the cadence ..."""
SILENT_MOST = timedelta(days=60)
"""... but at most two months."""

HARD_FOR = timedelta(days=91)
"""How long a note on something hard keeps playful drafts and questions away."""
UNLIKE_FOR = timedelta(days=90)
"""How long no other contact is offered much the same text (R26 of docs/drafts.md)."""
HESITATIONS = 2
"""Drafts put off, or snoozes in a row, from which the shortest hello is good enough."""

NUDGE_SECONDS = 20
"""What a nudge costs the user: read, tap, send."""
NOTE_LIMIT = 4096
"""Characters of a note: what one message holds, so that no note is ever cut."""
WHY_LIMIT = 1000
"""Characters of a why: a few sentences."""
QUESTION_EXPIRES = timedelta(hours=1)
"""A half-finished question does not wait for ever."""
DOUBLE_TAP = timedelta(minutes=1)
"""A tap that says what another said so shortly before is the same one."""
CHANGES_KEPT = 10
"""Changes that can be taken back: as far as one remembers what one has just said."""
HANDLED_KEPT = 200
"""Ids of handled updates kept for telling a repeat; twice Telegram's largest batch."""

AVAILABLE_WITHIN = timedelta(days=7)
"""How long Hei looks for an hour that suits both; where a whole week has none, it is no reason to
keep silent: the user gets the draft at a good hour of their own, with a hint when to send it."""

MORNING = time(9, 30)
"""When "tomorrow morning" comes back: after the rush, before lunch."""
WEEKEND_MORNING = time(11)
"""When "at the weekend" comes back: nobody is woken."""
TOLD_HOUR = time(9)
"""The hour of a logged contact of which only the day was told: early, so that the whole of the day
on which the next hello is due can be used."""
LATER_LEAST = timedelta(hours=2)
"""How far "later today" lies ahead at the least; nearer is no relief."""
