"""What users type, read strictly, in every language at once whatever the interface speaks.

Every reader is a pure function of the text (and of the moment it is read at). Words and phrases
are data; what is not understood is refused, never guessed (docs/decisions/0007).
"""
