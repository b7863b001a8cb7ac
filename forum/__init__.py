"""The forum decides and remembers: people, plan, rounds, replies, nudges, outbox, inbox, journal."""
