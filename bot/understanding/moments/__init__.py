"""Moments in typed text: pieces that combine, whatever their order."""
