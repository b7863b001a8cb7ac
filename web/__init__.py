"""The web shows: pages the service serves."""
