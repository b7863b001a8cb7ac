"""E-mail as a channel: mails are built, handed over to the office's mail server, and named troubles come of it."""
