"""The outside world, one module or package per technology, each behind a port."""
