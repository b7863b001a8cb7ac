"""The worksheet page: a member's measures in a browser, without an account; opening it records nothing."""
