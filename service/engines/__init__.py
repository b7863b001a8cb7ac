"""The engines: how whoever makes work wakes whoever does it, within one process or among several machines."""
