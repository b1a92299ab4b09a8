"""What the stand-in keeps: users, chats, messages, the queue of updates and a clock."""
