"""From typed words to whom, when and what is meant, whatever command or question they follow."""
