"""What people type freely is stored as it was meant.

The messages are of writers who had not seen how they are read.
"""

import pytest

from bot.languages import Language
from tests.conversation.free_messages import faults, heard


@pytest.mark.parametrize("language", Language)
def test_what_is_typed_freely_is_stored_as_it_was_meant(language: Language) -> None:
    """Whom, when and what: nothing else, and nothing less."""
    failed = {
        f"{message.situation}: {message.typed}": found
        for message in heard()
        if message.language is language and (found := faults(message))
    }
    assert failed == {}
