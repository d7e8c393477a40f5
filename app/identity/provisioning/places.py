"""Departments as lists name them: by their whole path, by the end of it, or by a name that only one of them has."""

from collections.abc import Collection

Path = tuple[str, ...]
DEEPEST, LONGEST = 8, 100


def path_of(text: str) -> Path | None:
    """`A / B/C` as its names from the top; None for no name, one that is too long, or too many."""
    names = tuple(" ".join(name.split()) for name in text.split("/"))
    whole = all(name and len(name) <= LONGEST and name.isprintable() for name in names)
    return names if whole and len(names) <= DEEPEST else None


def _folded(path: Path) -> Path:
    return tuple(name.casefold() for name in path)


class Tree:
    """The departments there are and those that a list makes new; `new` has every one after those above it."""

    def __init__(self, known: Collection[Path]) -> None:
        self.new: list[Path] = []
        self._whole = {_folded(path): path for path in known}
        self._ends: dict[Path, set[Path]] = {}
        for path in known:
            self._remember(path)

    def _remember(self, path: Path) -> None:
        folded = _folded(path)
        for depth in range(len(folded)):
            self._ends.setdefault(folded[depth:], set()).add(path)

    def found(self, path: Path) -> Path | None:
        """The department meant, made new where there is none; None when several are meant."""
        folded = _folded(path)
        if folded in self._whole:
            return self._whole[folded]
        meant = self._ends.get(folded, set())
        if len(meant) > 1:
            return None
        return next(iter(meant)) if meant else self._made(path)

    def _made(self, path: Path) -> Path:
        above: Path = ()
        for name in path:
            folded = _folded((*above, name))
            if folded not in self._whole:
                self._whole[folded] = (*above, name)
                self._remember((*above, name))
                self.new.append((*above, name))
            above = self._whole[folded]
        return above
