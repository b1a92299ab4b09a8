"""What people type, read strictly: cadences, moments, answers and fields in en, nb and sv.

Every reader is a pure function of the text (and of the moment it is read at). Words and phrases
are data in ``words/``; what is not understood is refused, never guessed (DESIGN 7).
"""
