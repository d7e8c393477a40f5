"""Walks through all of the product with a camera: `python -m tests.e2e.pictures [tour …]`."""

import sys

from tests.e2e.browser import PWA, browser
from tests.e2e.pictures import front, helping, leading, learning, making, me, outside, racing
from tests.e2e.pictures.camera import Camera
from tests.e2e.test_push import on_a_wednesday, telling
from tests.nudges.service import push_service

FOLDER = PWA / "pictures"
TOURS = {
    each.__name__.rpartition(".")[2]: each.tour for each in (outside, helping, learning, racing, me, leading, making)
}


def main(names: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    with push_service() as service, on_a_wednesday(service) as server, telling(server), browser() as chromium:
        for name in names or TOURS:
            TOURS[name](Camera(server, chromium, service, FOLDER))
    if not names:
        front.compose(FOLDER, PWA.parent / "docs" / "screens.png")
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
