"""Verbs of drafts: make one, save it, publish it, and undo that."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.identity.actions import hold_organisation, touch_organisation
from quests.authoring.checks.checking import advice
from quests.authoring.checks.translation import coverage, updated_sources
from quests.authoring.drafts import rules
from quests.authoring.drafts.checking import blocking, publishable
from quests.authoring.drafts.models import Draft, DraftPresence, ModuleChange
from quests.authoring.drafts.queries import changer_of, draft_for, draft_told
from quests.authoring.owning.actions import own_if_nobody_does
from quests.content.actions import publish_module, put_in_force, withdraw
from quests.content.models import Module, ModuleVersion
from quests.content.queries import modules_named, published, version_for

LONGEST_SLUG_TRIED = 200


def create(
    organisation_id: UUID, module_id: UUID, title: str, language: str, person_id: UUID, like: UUID | None = None
) -> Draft:
    """Make a module with an empty draft, or with a copy of another's. Safe to repeat; what is there already stays."""
    known = draft_for(organisation_id, module_id)
    if known is not None:
        return known
    if db.session.get(Module, (organisation_id, module_id)) is not None:
        raise Problem(409, "module_known", "Another module has this id. Make a new id for a new module.")
    slug = _free_slug(organisation_id, rules.slug_of(title))
    document = rules.empty(slug, title, language)
    if like is not None:
        model = draft_for(organisation_id, like)
        if model is None:
            raise not_found()
        document = {**model.document, "module": slug, "title": {**model.document["title"], language: title}}
    db.session.add(Module(organisation_id=organisation_id, id=module_id, slug=slug))
    db.session.flush()
    draft = _add(organisation_id, module_id, document, person_id)
    note(organisation_id, module_id, "made", person_id)
    return draft


def _free_slug(organisation_id: UUID, wanted: str) -> str:
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, LONGEST_SLUG_TRIED))]
    taken = modules_named(organisation_id, names)
    return next((each for each in names if each not in taken), f"{wanted}-{uuid4().hex[:8]}")


def _add(organisation_id: UUID, module_id: UUID, document: Mapping[str, Any], person_id: UUID | None) -> Draft:
    draft = Draft(organisation_id=organisation_id, module_id=module_id, revision=0, sources={})
    _take(draft, document, person_id)
    db.session.add(draft)
    db.session.flush()
    return draft


def _take(draft: Draft, document: Mapping[str, Any], person_id: UUID | None) -> None:
    """The draft holds this document from now on, under the next revision."""
    draft.sources = updated_sources(draft.document, document, draft.sources)
    draft.document = dict(document)
    draft.search = rules.searched_in(document)
    draft.revision += 1
    draft.changed_at = clock.now()
    draft.changed_by = person_id
    faults = blocking(draft.organisation_id, document)
    more = advice(document, draft.sources)
    draft.summary = rules.summary_of(document, coverage(document, draft.sources), len(faults), len(more))


def save(organisation_id: UUID, module_id: UUID, document: object, revision: int, person_id: UUID) -> Draft:
    """Keep a document as the draft, if nobody has saved another since `revision`.

    The same document again is no change, whatever its revision. 412 `changed_elsewhere`, with the draft as it is now,
    where somebody else was first; 422 where it is no draft.
    """
    draft = _held(organisation_id, module_id)
    found = rules.kept(document, draft.document["module"])
    if isinstance(found, str):
        raise invalid(f"This cannot be kept as a draft: {found}.", {found: [REFUSALS[found]]})
    if found == draft.document:
        return draft
    if revision != draft.revision:
        raise Problem(
            412,
            "changed_elsewhere",
            "Somebody else has saved this draft since. Nothing was stored; put the two together.",
            more={"draft": draft_told(draft, changer_of([draft]))},
        )
    if draft.revision == draft.published_revision:
        note(organisation_id, module_id, "edited", person_id)
    _take(draft, found, person_id)
    return draft


def translated(
    organisation_id: UUID,
    module_id: UUID,
    document: Mapping[str, Any],
    revision: int,
    person_id: UUID,
    language: str,
    made_of: Mapping[str, str],
) -> Draft:
    """The same as `save`, of a document with translations: `made_of` tells of which source texts, by fingerprint."""
    draft = save(organisation_id, module_id, document, revision, person_id)
    before = draft.sources
    known = {name: {**before.get(name, {}), language: source} for name, source in made_of.items()}
    draft.sources = {**before, **known}
    more = advice(draft.document, draft.sources)
    covered = coverage(draft.document, draft.sources)
    draft.summary = {**draft.summary, "languages": covered, "advice": len(more)}
    return draft


REFUSALS = {
    "document": "A module document: an object with its fields, without the character of number 0.",
    "languages": "One or more of nb, nn and en, each once, the one it is written in first.",
    "cards": f"At most {rules.MOST_CARDS} cards, each with an id of its own.",
    "title": "A title by language.",
    "takeaways": "Lists of sentences by language.",
    "large": f"At most {rules.MOST_BYTES // 1024} KiB: divide it into two modules.",
}


def publish(organisation_id: UUID, module_id: UUID, revision: int, person_id: UUID) -> ModuleVersion:
    """Put the draft in force as a version of its own. Safe to repeat.

    Those who are in the middle of the module go on where only texts and pictures changed, and begin it anew where
    cards, options or keys did; what anybody has earned stays. 409 `revision` when the draft has been saved since; 422
    with every fault and its remedy when it cannot be published.
    """
    hold_organisation(organisation_id)  # so that no medium is taken away meanwhile
    draft = _held(organisation_id, module_id)
    if revision != draft.revision:
        raise Problem(409, "revision", "The draft has been saved since. Look at it, and publish that.")
    document = publishable(draft)
    version, is_new = publish_module(organisation_id, module_id, document)
    if is_new or draft.published_revision != revision:
        note(organisation_id, module_id, "published", person_id, version.version)
        own_if_nobody_does(organisation_id, module_id, person_id)
    _module(organisation_id, module_id).retired_at = None
    draft.published_revision, draft.published_version = revision, version.version
    touch_organisation(organisation_id)
    return version


def restore(organisation_id: UUID, module_id: UUID, version: str, person_id: UUID) -> ModuleVersion:
    """Put an earlier version in force again. Safe to repeat.

    The draft follows, unless it holds more than was published.
    """
    draft = _held(organisation_id, module_id)
    found = version_for(organisation_id, version)
    if found is None or found.module_id != module_id or found.pilot:
        raise not_found()
    restored, is_new = put_in_force(organisation_id, module_id, version)
    if is_new:
        note(organisation_id, module_id, "restored", person_id, version)
        _follow(draft, restored)
    touch_organisation(organisation_id)
    return restored


def take_back(organisation_id: UUID, module_id: UUID, version: str, person_id: UUID) -> str | None:
    """Withdraw a version that is in force; the one before it is in force again, which is returned, or None is.

    What was handed in to it, and what phones still hold, stands graded by it. Safe to repeat.
    """
    _held(organisation_id, module_id)
    if withdraw(organisation_id, module_id, version):
        note(organisation_id, module_id, "taken_back", person_id, version)
        touch_organisation(organisation_id)
    now = published(organisation_id, [module_id]).get(module_id)
    return now.version if now else None


def retire(organisation_id: UUID, module_id: UUID, person_id: UUID) -> Module:
    """Offer a module in no week that opens from now on. Where it is open it stays. Safe to repeat."""
    _held(organisation_id, module_id)
    module = _module(organisation_id, module_id)
    if module.retired_at is None:
        module.retired_at = clock.now()
        note(organisation_id, module_id, "retired", person_id)
        touch_organisation(organisation_id)
    return module


def return_to_use(organisation_id: UUID, module_id: UUID, person_id: UUID) -> Module:
    """Undo `retire`. Safe to repeat."""
    _held(organisation_id, module_id)
    module = _module(organisation_id, module_id)
    if module.retired_at is not None:
        module.retired_at = None
        note(organisation_id, module_id, "returned", person_id)
        touch_organisation(organisation_id)
    return module


def follow_pilot(organisation_id: UUID, module_id: UUID, revision: int, version: ModuleVersion) -> None:
    """What was tried out is in force now: the draft is published, unless it has been saved since."""
    draft = _held(organisation_id, module_id)
    _module(organisation_id, module_id).retired_at = None
    if draft.revision == revision:
        draft.published_revision, draft.published_version = revision, version.version


def follow_version(organisation_id: UUID, module_id: UUID) -> None:
    """A package or a command has put a version in force: the draft holds it too, unless it holds more."""
    newest = published(organisation_id, [module_id]).get(module_id)
    version = newest and db.session.get(ModuleVersion, (organisation_id, newest.version))
    if not version:
        return
    draft = db.session.get(Draft, (organisation_id, module_id), with_for_update=True)
    if draft is None:
        draft = _add(organisation_id, module_id, version.document, None)
        draft.published_revision, draft.published_version = draft.revision, version.version
    else:
        _follow(draft, version)


def _follow(draft: Draft, version: ModuleVersion) -> None:
    if draft.revision == draft.published_revision:
        _take(draft, version.document, draft.changed_by)
        draft.published_revision, draft.published_version = draft.revision, version.version


def be_present(organisation_id: UUID, module_id: UUID, person_id: UUID) -> None:
    """Say that somebody has the draft open now."""
    if draft_for(organisation_id, module_id) is None:
        raise not_found()
    now = clock.now()
    here = db.session.get(DraftPresence, (organisation_id, module_id, person_id))
    if here is None:
        here = DraftPresence(organisation_id=organisation_id, module_id=module_id, person_id=person_id, since=now)
        db.session.add(here)
    elif now - here.seen_at > rules.PRESENT:
        here.since = now
    here.seen_at = now


def note(organisation_id: UUID, module_id: UUID, deed: str, person_id: UUID | None, version: str | None = None) -> None:
    """Keep who did what to a module."""
    row = ModuleChange(organisation_id=organisation_id, id=uuid4(), module_id=module_id, person_id=person_id)
    row.at, row.deed, row.version = clock.now(), deed, version
    db.session.add(row)


def _held(organisation_id: UUID, module_id: UUID) -> Draft:
    """The draft, for this transaction alone to change."""
    draft = db.session.get(Draft, (organisation_id, module_id), with_for_update=True, populate_existing=True)
    if draft is None:
        raise not_found()
    return draft


def _module(organisation_id: UUID, module_id: UUID) -> Module:
    return db.session.get_one(Module, (organisation_id, module_id))
