"""What is said back to a member: each file one conversation, none of it kept in memory."""
