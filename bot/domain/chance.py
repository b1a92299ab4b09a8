"""Chance that can be replayed: numbers that a seed decides.

Knows how to stir bits. Refuses to know a clock or a source of randomness.
"""

MASK = 2**64 - 1


def mix(seed: int) -> int:
    """Return a seed's 64 bits well stirred (SplitMix64), so that neighbouring seeds part ways."""
    bits = (seed + 1) * 0x9E3779B97F4A7C15 & MASK
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & MASK
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & MASK
    return bits ^ bits >> 31
