"""Section: which outcomes would hold?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Cell, Items, Row, Section, Table
from goodoffices.findings.outcomes import MOST_CHOICES, Outcomes, Outlook, choices
from goodoffices.findings.words import joined

PREFERENCES = (
    "A party that rejects a proposal prefers every outcome in which it does not accept it.",
    (
        "A party that put a proposal forward, prepares it or accepts it prefers to accept it and to see it "
        "in force; one that speaks for it without accepting it prefers to see it in force."
    ),
    "A party that is open, sets a condition or says nothing is taken to be indifferent.",
    "All of this counts alike: nothing is known of what a party would trade for what.",
    (
        "In the column marked SEQ, a party may stay with a proposal that it rejects, as leaving it would "
        "make others leave one that it wants. Nobody has said that they would: take it as a question."
    ),
)
SUPPOSE = (
    "Suppose that each party that must sign accepts or refuses each proposal, and that an outcome holds if "
    "nobody gains by changing its own answers."
)
UNCONFIRMED = (
    "This rests on answers that nobody has confirmed, and is worked out in full once they are: "
    "'goodoffices stability' lists the outcomes now."
)
NOTHING_NEW = (
    "Then no proposal is in force in any outcome that holds, which follows from the refusals above and adds "
    "nothing to them."
)


def would_hold(material: Material) -> Section:
    """Return the section on what holds if each signatory accepts or rejects each proposal."""
    question = "Which outcomes would hold?"
    found = material.outcomes
    if found is None:
        return Section("outcomes", question, _why_none(material))
    rules = Items(PREFERENCES[:-1], "What the parties are taken to prefer")
    if all(proposal.coding.drafted for proposal in material.case.proposals.values()):
        return Section("outcomes", question, (*_answer(material, found), UNCONFIRMED), (rules,))
    rules = Items(PREFERENCES, "What the parties are taken to prefer")
    return Section("outcomes", question, _answer(material, found), (_table(material, found), rules))


def _why_none(material: Material) -> tuple[str, ...]:
    count = choices(material.case)
    if not count:
        return ("Nothing can be said: it is not known whose acceptance any proposal needs.",)
    too_many = (
        f"Proposals, signatories and guarantees make {count} options, more than the {MOST_CHOICES} that this "
        "page works out; name fewer signatories, or leave proposals out of the conflict."
    )
    return (too_many,)


def _answer(material: Material, found: Outcomes) -> tuple[str, ...]:
    names = material.names
    some = [each for each in found.outlooks if each.alone > 0]
    if not some:
        return (SUPPOSE, NOTHING_NEW)
    which = joined([names.proposal(each.proposal) for each in some])
    said = f"Then {which} can be in force in an outcome that holds"
    open_ = [each for each in some if each.hinges_on]
    hinges = [
        f"what {names.parties(each.hinges_on)} answers to {names.proposal(each.proposal)}" for each in open_
    ]
    return (SUPPOSE, f"{said}; it hinges on {joined(hinges)}." if hinges else f"{said}.")


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
