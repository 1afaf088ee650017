"""Section: everything that was found in the report, for those who check."""

from __future__ import annotations

from types import MappingProxyType

from goodoffices.brief.citing import voice
from goodoffices.brief.material import Material
from goodoffices.brief.page import Cell, Row, Section, Table
from goodoffices.findings.words import capital, counted
from goodoffices.statements.acts import Act
from goodoffices.statements.acts_told import ToldAct
from goodoffices.statements.statement import Modality, Statement

DOES = MappingProxyType(
    {
        Act.PROPOSE: "proposes",
        Act.OFFER: "offers",
        Act.PLAN: "plans",
        Act.PROMISE: "promises",
        Act.ACCEPT: "accepts",
        Act.AGREE: "agrees",
        Act.OPEN: "is open",
        Act.REJECT: "rejects",
        Act.DEMAND: "demands",
        Act.REQUEST: "requests",
        Act.APPEAL: "appeals",
        Act.SUPPORT: "supports",
        Act.THREATEN: "threatens",
        Act.WARN: "warns",
        Act.ACCUSE: "accuses",
        Act.DENY: "denies",
        Act.CLAIM: "claims",
        Act.CONSULT: "meets or consults",
        Act.CONCEDE: "concedes",
    }
)
"""What a party does, in words for a reader."""

COMMITS = MappingProxyType(
    {
        Modality.POSSIBLE: "as something possible",
        Modality.WOULD: "as something that would be",
        Modality.OBLIGATION: "as something that must or should be",
        Modality.CONDITIONAL: "under a condition",
    }
)
"""How far a party commits itself, where that is not plain."""


def found(material: Material) -> tuple[Section, ...]:
    """Return the section with every statement that was found, or nothing where none was."""
    statements = material.reading.statements
    if not statements:
        return ()
    question = f"What was found in {material.source}?"
    count = capital(counted(len(statements), "statement"))
    warning = "Where a rule misread a sentence, every section above is misled, so compare the words."
    columns = ("Who", "Does what", "Words")
    if len(material.reports) < 2:
        answer = f"{count} by parties, in the order of the text. {warning}"
        rows = tuple(_row(material, each, (each.id,)) for each in statements)
        table = Table("Who does what, in which words", columns, rows, wide=True)
    else:
        answer = (
            f"{count} by parties, which tell of {counted(len(material.acts), 'act')}. What several reports "
            f"tell is listed once, with all its passages. {warning}"
        )
        rows = tuple(_told(material, act) for act in material.acts)
        table = Table("Who does what, in which words, each act once", columns, rows, wide=True)
    return (Section("found", question, (answer,), (table,)),)


def _told(material: Material, act: ToldAct) -> Row:
    """Return the row of an act: by the statement that names a person, else by the one reported first."""
    said = [each for each in material.reading.statements if each.id in act.statements]
    return _row(material, next((each for each in said if each.actor.person), said[0]), act.statements)


def _row(material: Material, each: Statement, ids: tuple[str, ...]) -> Row:
    person = voice(each.actor)
    as_named = each.actor.text if each.actor.text != each.actor.label else ""
    who = Cell(person or each.actor.label, notes=(f"in the text: {as_named}",) if as_named else ())
    does = DOES[each.act]
    notes = [COMMITS[each.modality]] if each.modality in COMMITS else []
    if each.target is not None:
        notes.append(f"to or about {each.target.label}")
    if each.confirmed_by:
        notes.append(f"confirmed by {each.confirmed_by}")
    told = material.told_in(ids)
    act = Cell(f"not: {does}" if each.negated else does, notes=(*notes, *([told] if told else ())))
    return Row(who, (act, Cell("", quotes=material.citer.quotes(ids))))
