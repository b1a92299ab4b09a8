"""What people type freely is stored as it was meant.

The messages are of writers who had not seen how they are read.
"""

from tests.conversation.free_messages import Heard, faults, heard
from tests.every_row import every_row


@every_row(heard())
def test_what_is_typed_freely_is_stored_as_it_was_meant(message: Heard) -> None:
    """Whom, when and what: nothing else, and nothing less."""
    assert faults(message) == []
