"""What buttons mean: one class each, by what they belong to; packed and unpacked in one place."""
