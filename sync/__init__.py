"""Sync keeps the workspace and the forum alike."""
