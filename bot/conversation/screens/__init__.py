"""Values in, texts and buttons out; nothing here decides or changes anything."""
