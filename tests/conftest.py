"""How hard Hypothesis looks: repeatable where a build must be, wandering where a person watches.

``HYPOTHESIS_PROFILE=search`` draws new examples at every run and many more. The libraries are set
as bootstrap sets them, for tests of single parts too.
"""

import os

from hypothesis import HealthCheck, settings

from bot.telegram.network.libraries import set_up_libraries

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
steady = settings(calm, max_examples=200, derandomize=True, database=None)

settings.register_profile("steady", steady)
settings.register_profile("search", calm, max_examples=3000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

set_up_libraries()
