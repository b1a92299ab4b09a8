"""``python -m bot`` is ``hei``."""

import sys

from bot.cli import main

sys.exit(main())
