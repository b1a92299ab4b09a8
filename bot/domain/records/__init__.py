"""What a Book holds, record by record, and how a change of it is taken back."""
