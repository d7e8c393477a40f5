"""Runs what is in this folder: `python -m bench`, or `python -m bench today`. One JSON object a line."""

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(each.stem.removeprefix("bench_") for each in Path(__file__).parent.glob("bench_*.py"))


def main() -> None:
    wanted = sys.argv[1:] or NAMES
    if unknown := [each for each in wanted if each not in NAMES]:
        sys.exit(f"There is no bench called {unknown[0]}; there are: {', '.join(NAMES)}.")
    for name in wanted:
        import_module(f"bench.bench_{name}").main()


main()
