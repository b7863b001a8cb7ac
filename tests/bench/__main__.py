"""`make bench`: run the benchmarks, all or those named on the command line, into build/bench.json."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.rig import main

if __name__ == "__main__":
    sys.exit(main([name for word in sys.argv[1:] for name in word.split(",") if name], Path("build") / "bench.json"))
