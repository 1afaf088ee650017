"""Section: which outcomes would hold?"""

from __future__ import annotations

from goodoffices.brief.conflict_origins import origins
from goodoffices.brief.conflict_outcomes import outcome_blocks
from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Note, Row, Section, Table
from goodoffices.findings.outcomes import MOST_CHOICES, Outcomes, Outlook, choices
from goodoffices.findings.words import joined

CAUTION = (
    "Where an outcome holds by SEQ and not by R, a party stays since others would answer its move. Nobody "
    "has said that they would: take it as a question."
)
SUPPOSE = (
    "Suppose that each party that must sign accepts or refuses each proposal, and that an outcome holds if "
    "nobody gains by changing its own answers."
)
TESTED = (
    "Guarantees are put to a test that nobody announced: whoever one is meant against is supposed to break "
    "the settlement wherever nobody would act on it."
)
UNCONFIRMED = (
    "This rests on answers that nobody has confirmed, and is worked out in full once they are: "
    "'goodoffices stability' lists the outcomes now."
)
NOTHING_NEW = (
    "Then no proposal is in force in any outcome that holds, which follows from the refusals above and adds "
    "nothing to them."
)
NONE_IN_FORCE = "Then no proposal is in force in any outcome in which nobody gains by moving alone."


def would_hold(material: Material) -> Section:
    """Return the section on what holds if each signatory accepts or rejects each proposal."""
    question = "Which outcomes would hold?"
    found = material.outcomes
    if found is None:
        return Section("outcomes", question, _why_none(material))
    where_from = origins(material, found.derivation)
    if found.shown is None:
        return Section("outcomes", question, (*_answer(material, found), UNCONFIRMED), where_from)
    blocks: tuple[Block, ...] = (
        _table(material, found),
        Note(CAUTION),
        *outcome_blocks(found.derivation, found.shown),
        *where_from,
    )
    return Section("outcomes", question, _answer(material, found), blocks)


def _why_none(material: Material) -> tuple[str, ...]:
    count = choices(material.case)
    if not count:
        return ("Nothing can be said: it is not known whose acceptance any proposal needs.",)
    too_many = (
        f"Proposals, signatories and guarantees make {count} options, more than the {MOST_CHOICES} that this "
        "page works out; name fewer signatories, leave proposals out of the conflict, or ask "
        "'goodoffices stability', which takes up to 26."
    )
    return (too_many,)


def _answer(material: Material, found: Outcomes) -> tuple[str, ...]:
    names = material.names
    tested = any(each.origin.rule == "worst case" for each in found.derivation.statements)
    suppose = (SUPPOSE, TESTED) if tested else (SUPPOSE,)
    some = [each for each in found.outlooks if each.alone > 0]
    if not some and material.case.conflict is None:
        return (*suppose, NOTHING_NEW)
    if not some:
        return (*suppose, NONE_IN_FORCE, *_now(found))
    which = joined([names.proposal(each.proposal) for each in some])
    each_ = "each " if len(some) > 1 else ""
    said = f"Then {which} can {each_}be in force in an outcome that holds"
    open_ = [each for each in some if each.hinges_on]
    hinges = [
        f"the answer of {names.parties(each.hinges_on)} to {names.proposal(each.proposal)}" for each in open_
    ]
    told = f"{said}; it hinges on {joined(hinges)}." if hinges else f"{said}."
    return (*suppose, told, *_now(found))


def _now(found: Outcomes) -> tuple[str, ...]:
    """Say whether the status quo holds, and whether improvements lead from it to what does."""
    start = found.shown.outcome.start if found.shown else None
    if start is None or found.shown is None:
        return ()
    led = [spot.name for spot in found.shown.outcome.held if spot.step and not spot.start]
    leads = f"improvements lead from it to {joined(led)}" if led else "no improvements lead from it to others"
    if "R" in start.concepts:
        return (f"The status quo holds as well, and {leads}.",)
    if start.concepts:
        return (f"The status quo holds only as long as each reckons with the others’ answers; {leads}.",)
    return (f"The status quo does not hold: somebody gains by moving; {leads}.",)


def _table(material: Material, found: Outcomes) -> Table:
    rows = tuple(
        Row(
            Cell(material.names.proposal(each.proposal)),
            (_share(each.alone, found.alone), _share(each.answered, found.answered), _hinges(material, each)),
        )
        for each in found.outlooks
    )
    return Table(
        f"In how many outcomes that hold, of {found.combinations:,} combinations, each proposal is in force",
        (
            "Proposal",
            "Nobody gains by moving alone (Nash)",
            "Nobody gains once the others have answered in their own interest (SEQ)",
            "Hinges on",
        ),
        rows,
    )


def _share(count: int, total: int) -> Cell:
    if count in {0, total}:
        return Cell(f"{'in none' if not count else 'in all'} of {total:,}", "no" if not count else "yes")
    return Cell(f"in {count:,} of {total:,}", "maybe")


def _hinges(material: Material, outlook: Outlook) -> Cell:
    if not (outlook.hinges_on and outlook.alone):
        return Cell("nobody who is undecided", "quiet", "–")
    return Cell(f"{material.names.parties(outlook.hinges_on)}: no preference known")
