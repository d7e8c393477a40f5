"""Running sums of how cards are answered, by version: moved by every attempt, never worked out when they are read."""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, belongs_to


def _zero() -> Mapped[int]:
    return mapped_column(BigInteger, default=0, server_default=text("0"))


def _of_version() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", "version"], ["module_versions.organisation_id", "module_versions.version"]
    )


class ModuleFigures(Owned, Model):
    """How many players began a version as the first they met of its module, and how many came to its end at once."""

    __tablename__ = "module_figures"
    __table_args__ = (_of_version(), belongs_to("modules", "module_id"), Index(None, "organisation_id", "module_id"))

    version: Mapped[str] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    begun: Mapped[int] = _zero()
    ended: Mapped[int] = _zero()


class CardFigures(Owned, Model):
    """A card's first tries: one a player, so that counts are of people.

    Versions in which a card has the same `fingerprint` ask the same. `paired` are the tries with others beside them in
    the attempt; `rest` sums the share of those others that was right, in thousandths, `rest_squared` its squares and
    `rest_right` it where the card itself was right. `stopped`: players whose first attempt ended before this card.
    """

    __tablename__ = "card_figures"
    __table_args__ = (_of_version(), belongs_to("modules", "module_id"), Index(None, "organisation_id", "module_id"))

    version: Mapped[str] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    fingerprint: Mapped[str]
    tries: Mapped[int] = _zero()
    rights: Mapped[int] = _zero()
    too_quick: Mapped[int] = _zero()
    stopped: Mapped[int] = _zero()
    paired: Mapped[int] = _zero()
    paired_right: Mapped[int] = _zero()
    rest: Mapped[int] = _zero()
    rest_squared: Mapped[int] = _zero()
    rest_right: Mapped[int] = _zero()


class CardTally(Owned, Model):
    """How many first tries chose something, or took so long.

    `what` is `chosen`, with what was chosen as `value`, or `took`, with the step of the scale of seconds.
    """

    __tablename__ = "card_tallies"
    __table_args__ = (_of_version(), belongs_to("modules", "module_id"), Index(None, "organisation_id", "module_id"))

    version: Mapped[str] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    count: Mapped[int] = _zero()


class ModuleWeight(Owned, Model):
    """How much there is to do in a module, so that lists can begin with those that need a hand.

    It was found when so much was `counted` of the module, `version` was in force, and `least` the smallest group.
    """

    __tablename__ = "module_weights"
    __table_args__ = (belongs_to("modules", "module_id"),)

    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[str]
    counted: Mapped[int] = mapped_column(BigInteger)
    least: Mapped[int]
    weight: Mapped[int]
