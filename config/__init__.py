"""Config turns text into typed settings; hands are given what they need."""
