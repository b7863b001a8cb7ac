"""The roof: command line, the schedule, and the joining of the parts."""
