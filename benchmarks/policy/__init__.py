"""The policy beside simpler ones, in worlds of synthetic users.

What is simulated is the user. The policy itself is the code that the bot runs.
"""
