"""One module per command, named after it; each registers what it answers with the router.

All of them are imported with this package, so that a new one is a new file and nothing else.
"""

from importlib import import_module
from pkgutil import iter_modules

for module in iter_modules(__path__, f"{__name__}."):
    import_module(module.name)
