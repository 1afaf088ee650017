"""Which answers and makers of a case do not follow its statements as people corrected them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.names import quoted
from goodoffices.case.terms import Proposal, ResponseAct
from goodoffices.findings.lagging import Lag
from goodoffices.statements.answers import content_words, same_matter
from goodoffices.statements.decisions import Decision, Verdict, standing
from goodoffices.statements.gazetteer import Gazetteer, load_gazetteer
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.draft.table import ACTS, FEWEST_WORDS, ON_THE_TABLE, response_act

OTHERWISE = "or name other statements under 'because'"


def lags(case: Case, reading: Reading, decisions: Sequence[Decision]) -> tuple[Lag, ...]:
    """Find what the case still says as its statements said it before they were corrected.

    An answer lags where a statement that it rests on gave it before a correction, and none gives it now; so
    does a maker of a proposal. A statement that a person added or changed is missed where it answers a
    proposal, by its own link or by the words of its content, and no answer of its party stands there. What
    rests on other statements, or on none, is the coder's own judgement.

    Args:
        case: The case.
        reading: The statements as they stand.
        decisions: What people decided on them.
    """
    if not case.proposals or not decisions:
        return ()
    known = _Known.of(reading, decisions)
    found: list[Lag] = []
    for id_, proposal in case.proposals.items():
        found += _answers(id_, proposal, known)
        found += _makers(id_, proposal, known)
    return (*found, *_missing(case, known))


@dataclass(frozen=True, slots=True)
class _Known:
    """The statements by id, and what each that was corrected said before; a new one said nothing."""

    by_id: Mapping[str, Statement]
    before: Mapping[str, tuple[Statement, ...]]

    @classmethod
    def of(cls, reading: Reading, decisions: Sequence[Decision]) -> _Known:
        by_id = {one.id: one for one in reading.statements}
        before: dict[str, tuple[Statement, ...]] = {}
        for one in standing(decisions):
            now = by_id.get(one.finding)
            if now is None or one.verdict is Verdict.REREAD or not isinstance(one.before, Statement | None):
                continue
            if one.before is None:
                before.setdefault(one.finding, ())
            elif _substance(one.before) != _substance(now):
                before[one.finding] = (*before.get(one.finding, ()), one.before)
        return cls(by_id, before)

    def cited(self, ids: Sequence[str]) -> list[Statement]:
        return [self.by_id[id_] for id_ in ids if id_ in self.by_id]


def _substance(one: Statement) -> tuple[object, ...]:
    content = one.content.exact if one.content else None
    return one.actor.party, one.act, one.negated, one.modality, content, one.answers


def _gives(one: Statement, party: str, act: ResponseAct) -> bool:
    own = one.actor.party == party and one.act in ACTS and not one.negated
    return own and response_act(one) is act


def _makes(one: Statement, party: str | None) -> bool:
    return one.actor.party == party and one.act in ON_THE_TABLE and not one.negated


def said(one: Statement) -> str:
    """Return what a statement says now, in the words of the case where it answers something."""
    answer = one.act in ACTS and not one.negated
    what = str(response_act(one)) if answer else f"{'not ' if one.negated else ''}{one.act}"
    return f"{one.id}: {what}"


def _said_of(one: Statement, party: str) -> str:
    return said(one) if one.actor.party == party else f"{said(one)}, by {quoted(one.actor.party or 'nobody')}"


def _answers(id_: str, proposal: Proposal, known: _Known) -> Iterator[Lag]:
    for party, response in proposal.responses.items():
        cited = known.cited(response.coding.because)
        if any(_gives(one, party, response.act) for one in cited):
            continue
        stale = [
            one
            for one in cited
            if any(_gives(old, party, response.act) for old in known.before.get(one.id, ()))
        ]
        if stale:
            now = ", ".join(_said_of(one, party) for one in stale)
            told = (
                f"the answer of {quoted(party)} is coded {quoted(str(response.act))}, but what it rests on "
                f"was corrected and says otherwise ({now}); change 'act', take the answer out, {OTHERWISE}"
            )
            keys = ("responses", party, "act")
            yield Lag(id_, party, keys, tuple(one.id for one in stale), now, told)


def _makers(id_: str, proposal: Proposal, known: _Known) -> Iterator[Lag]:
    cited = known.cited(proposal.coding.because)
    corrected = [one for one in cited if known.before.get(one.id)]
    for party in proposal.by:
        stale = [one for one in corrected if any(_makes(old, party) for old in known.before[one.id])]
        if stale and not any(_makes(one, party) for one in cited):
            now = ", ".join(_said_of(one, party) for one in stale)
            told = (
                f"{quoted(party)} is coded as putting it forward, but what that rests on was corrected and "
                f"says otherwise ({now}); change 'by', {OTHERWISE}"
            )
            yield Lag(id_, party, ("by",), tuple(one.id for one in stale), now, told)
    for one in corrected:
        maker = one.actor.party
        if maker is not None and maker not in proposal.by and _makes(one, maker):
            told = (
                f"{quoted(maker)} puts it forward since a correction ({said(one)}), and is not named under "
                f"'by'; add it there, {OTHERWISE}"
            )
            yield Lag(id_, maker, ("by",), (one.id,), said(one), told)


def _missing(case: Case, known: _Known) -> Iterator[Lag]:
    """Yield the answers that a person added or corrected and that stand at no proposal."""
    gazetteer = load_gazetteer()
    rested_on = {
        id_
        for proposal in case.proposals.values()
        for response in proposal.responses.values()
        for id_ in response.coding.because
    }
    for id_ in known.before:
        one = known.by_id[id_]
        party = one.actor.party
        if party is None or one.negated or one.act not in ACTS or id_ in rested_on:
            continue
        answered = [key for key, each in case.proposals.items() if _answered(one, each, known, gazetteer)]
        speaks = [case.proposals[key] for key in answered]
        if not answered or any(party in each.responses or party in each.by for each in speaks):
            continue
        told = (
            f"{id_} (“{one.evidence.exact}”) answers it as {quoted(party)} ({said(one)}), and is missing; "
            f"write it under 'responses' with 'because: [{id_}]', or leave it where it is about another thing"
        )
        yield Lag(answered[0], party, (), (id_,), said(one), told)


def _answered(one: Statement, proposal: Proposal, known: _Known, gazetteer: Gazetteer) -> bool:
    """Tell whether a statement answers a proposal, by its own link or by the words of its content."""
    if one.answers:
        return bool(set(one.answers) & set(proposal.coding.because))
    matter = content_words((one.content or one.evidence).exact, gazetteer)
    named = [
        proposal.name,
        *(each.content.exact for each in known.cited(proposal.coding.because) if each.content),
    ]
    return any(
        (len(matter) >= FEWEST_WORDS and matter <= words) or same_matter(matter, words)
        for words in (content_words(text, gazetteer) for text in named)
    )
