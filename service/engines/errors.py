"""What can be wrong with an engine, named; the docstring is the message."""

from __future__ import annotations

import inspect


class EngineMissing(Exception):
    """engine.kind = "scale" needs the package procrastinate: install what lock/scale.txt names, not lock/run.txt."""

    def __init__(self) -> None:
        super().__init__(" ".join((inspect.getdoc(type(self)) or "").split()))
