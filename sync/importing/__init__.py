"""Importing a plan: what a file says becomes rows of the workspace, all of them or none."""
