"""The use cases, one verb each, and the ports they speak through."""
