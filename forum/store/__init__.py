"""The forum's memory: the engine, the one door, queries and migrations."""
