"""What a predicate does: the act comes from all of it, not from its verb alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue
from goodoffices.statements.clauses import clause_of, cue_of
from goodoffices.statements.content import denied_report
from goodoffices.statements.descriptions import FIRM, Verdict, read_description
from goodoffices.statements.lexicon import words
from goodoffices.statements.statement import Modality
from goodoffices.statements.syntax import (
    children,
    first_child,
    is_negated,
    is_passive,
    is_unreal,
    lemma,
    modals,
    own_subject,
    subject,
    told_above,
)

IsSpeaker = Callable[[Token], bool]
OBLIGATION = frozenset({"must", "shall", "ought"})
GUESSED = frozenset({"could", "may", "might"})
POINTING = frozenset({"it", "that", "this", "them", "these", "those"})
NESTED = 5
"""How often a speaker may report itself: 'we believe that we know that …'."""
REFLEXIVES = frozenset({"itself", "themselves", "himself", "herself", "themself"})
CONSENT = frozenset(
    {"accept", "approve", "agree", "sign", "endorse", "support", "join", "recognise", "recognize"}
)
CONSIDERING = frozenset({"consider", "discuss", "entertain", "countenance", "talk"})
LEAVES_OPEN = frozenset({"rule", "exclude", "oppose"})
"""Verbs of rejection whose denial leaves a thing open: 'does not rule out'."""


def read_clause(clause: Token, is_speaker: IsSpeaker) -> Verdict:
    """Return what somebody does by saying a clause.

    Args:
        clause: Head of the clause.
        is_speaker: Tells whether a token stands for the one who says it.
    """
    for _ in range(NESTED):
        inner = _reported_within(clause, is_speaker)
        if inner is None:
            break
        if is_negated(clause):
            return Verdict(Act.DENY if lemma(clause) in words("saying_verb") else Act.CLAIM, (clause,))
        clause = inner
    found = (
        (None if modals(clause) & OBLIGATION else read_description(clause))
        or _by_refusal(clause)
        or _by_own_act(clause, is_speaker)
        or _by_modal(clause, is_speaker)
    )
    return found or Verdict(Act.CLAIM, ())


def added_acts(clause: Token, first: Verdict, is_speaker: IsSpeaker) -> Iterator[tuple[Token, Verdict]]:
    """Yield the clauses joined to one that do something else: 'said that it was late and that all must go'.

    Args:
        clause: Head of the first clause.
        first: What somebody does by saying it.
        is_speaker: Tells whether a token stands for the one who says it.
    """
    for joined in clause.conjuncts:
        if joined.i > clause.i and joined.pos_ in {"VERB", "AUX"} and told_above(joined) is None:
            verdict = read_clause(joined, is_speaker)
            if verdict.act not in {Act.CLAIM, first.act}:
                yield joined, verdict


def _reported_within(clause: Token, is_speaker: IsSpeaker) -> Token | None:
    """Return the clause inside 'we believe that …', where the speaker only reports itself."""
    cue = cue_of(clause)
    who = subject(clause)
    if cue is None or not cue[0].neutral or who is None or not is_speaker(who):
        return None
    return clause_of(clause)


def _by_refusal(clause: Token) -> Verdict | None:
    """Return the rejection in 'the demand cannot be met', whoever would have to meet it."""
    about = first_child(clause, "nsubjpass")
    granted = lemma(clause) in words("granted_verb") and modals(clause) & FIRM and is_negated(clause)
    if about is None or not granted:
        return None
    return Verdict(Act.REJECT, (*children(clause, "aux", "neg", "auxpass"), clause), about)


def _by_own_act(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    who = subject(clause)
    if who is None or not is_speaker(who) or is_passive(clause) or is_unreal(clause):
        return None
    negated, modal = is_negated(clause), _own_modals(clause)
    about = first_child(clause, "dobj", "xcomp", "ccomp", "prep")
    shown = (*children(clause, "neg", "aux"), clause)
    if about is not None and (lemma(clause), about.lower_) == ("take", "part"):
        about = None
    if lemma(clause) in words("no_verb") or cue_is(clause, Act.REJECT):
        return _refusal(clause, modal, Verdict(Act.REJECT, shown, about, _modality(modal), negated))
    if lemma(clause) in words("yes_verb"):
        return _consent(lemma(clause), negated, modal, Verdict(Act.CLAIM, shown, about, _modality(modal)))
    cue = cue_of(clause)
    if cue is not None and not cue[0].neutral and not modal & GUESSED and is_act(clause, cue[0]):
        return Verdict(cue[0].act, cue[1], about, _modality(modal), negated)
    return _undertaking(clause, negated, modal, shown)


def _own_modals(clause: Token) -> frozenset[str]:
    """Return the modals of a clause, with 'would' after 'said' read as the 'will' that was said."""
    modal = modals(clause)
    past = clause.dep_ == "ccomp" and clause.head.tag_ == "VBD"
    return modal | {"will"} if past and "would" in modal else modal


def _refusal(clause: Token, modal: frozenset[str], found: Verdict) -> Verdict | None:
    if modal & GUESSED:
        return None
    if found.negated and lemma(clause) in LEAVES_OPEN:
        return Verdict(Act.OPEN, found.tokens, found.content, found.modality)
    return found


def _undertaking(
    clause: Token, negated: bool, modal: frozenset[str], shown: tuple[Token, ...]
) -> Verdict | None:
    """Return what a party says that it will or will not do: promise, threat or refusal."""
    harms = lemma(clause) in words("harm_verb")
    if negated:
        if lemma(clause) in words("yield_verb") and modal & FIRM:
            return Verdict(Act.REJECT, shown)
        return Verdict(Act.PROMISE, shown) if harms and "will" in modal else None
    if "will" not in modal or lemma(clause) in words("stative_verb"):
        return None
    return Verdict(Act.THREATEN if harms else Act.PROMISE, shown)


def _consent(verb: str, negated: bool, modal: frozenset[str], found: Verdict) -> Verdict | None:
    if negated:
        return Verdict(Act.REJECT, found.tokens, found.content, found.modality) if modal & FIRM else None
    if "will" in modal and verb not in CONSENT | CONSIDERING:
        return Verdict(Act.PROMISE, found.tokens)
    if modal & (GUESSED | {"would"}) or ("will" in modal and verb in CONSIDERING):
        return Verdict(Act.OPEN, found.tokens, found.content, found.modality)
    if "will" in modal:
        return Verdict(Act.ACCEPT, found.tokens, found.content)
    return None


def _by_modal(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    modal = modals(clause) | _must_be_done(clause)
    shown = tuple(children(clause, "aux", "neg"))
    who = subject(clause)
    own = who is not None and is_speaker(who) and who.lower_ not in {"we", "all"}
    if modal & OBLIGATION or "must" in modal or _is_insisted(clause):
        return None if own else Verdict(Act.DEMAND, shown, None, Modality.OBLIGATION)
    if "should" in modal and not own and not is_unreal(clause):
        return Verdict(Act.APPEAL, shown, None, Modality.OBLIGATION)
    return None


def _is_insisted(clause: Token) -> bool:
    """Tell whether 'insisted that all leave' asks for it: an infinitive, or a present after a past."""
    verb = clause.head
    backshifted = clause.tag_ == "VBP" and verb.tag_ == "VBD" and own_subject(clause) is not None
    return lemma(verb) == "insist" and not modals(clause) and (clause.tag_ == "VB" or backshifted)


def _must_be_done(clause: Token) -> frozenset[str]:
    """Return 'must' for 'has to' and 'needs to'; 'had to' may tell what happened and is left alone."""
    helper = lemma(clause) in {"have", "need"} and clause.tag_ in {"VBP", "VBZ"}
    done = first_child(clause, "xcomp")
    return frozenset({"must"} if helper and done is not None and not is_negated(clause) else ())


def cue_is(verb: Token, act: Act) -> bool:
    """Tell whether a verb is a cue for an act."""
    cue = cue_of(verb)
    return cue is not None and cue[0].act is act


def left_undone(verb: Token) -> Token | None:
    """Return the act that somebody 'failed to' do or 'stopped short of' doing."""
    if is_negated(verb):
        return None
    found = first_child(verb, "xcomp") if lemma(verb) == "fail" else None
    if lemma(verb) == "have" and any(word.lower_ == "yet" for word in children(verb, "advmod")):
        found = first_child(verb, "xcomp")
    for short in children(verb, "advmod", "acomp") if lemma(verb) in {"stop", "fall"} else ():
        of = first_child(short, "prep") if short.lower_ == "short" else None
        found = found if of is None else first_child(of, "pcomp")
    cue = None if found is None else cue_of(found)
    undone = {Act.ACCEPT, Act.AGREE, Act.SUPPORT, Act.REJECT}
    return found if cue is not None and cue[0].act in undone else None


def is_act(verb: Token, cue: Cue) -> bool:
    """Tell whether a cue means its act here: 'dropped its demand' does, 'dropped bombs' does not."""
    thing, aim = first_child(verb, "dobj", "nsubjpass"), first_child(verb, "xcomp")
    if thing is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        thing = verb.head
    silent = cue.act is Act.REJECT and aim is not None and lemma(aim) in words("silent_verb")
    if silent or (lemma(verb) == "seek" and _has_infinitive(verb)):
        return False
    if cue.frame == "complement" and thing is not None and lemma(thing) not in REFLEXIVES:
        return False
    if thing is None or cue.objects in {"", "party"} or (cue.act is Act.DENY and thing.lower_ in POINTING):
        return True
    listed = lemma(thing) in words(cue.objects.removeprefix("!"))
    return listed is not cue.objects.startswith("!")


def _has_infinitive(verb: Token) -> bool:
    aims = children(verb, "xcomp", "ccomp", "advcl")
    return any(word.lower_ == "to" for aim in aims for word in children(aim, "aux"))


def read_performed(verb: Token, cue: Cue) -> Verdict | None:
    """Return what a verb does that is an act by itself: 'rejected', 'cannot accept', 'could accept'.

    Returns:
        The verdict; None where the report only supposes the act ('might reject') or the verb's object
        shows that it means something else ('dropped bombs').
    """
    negated, modal = is_negated(verb), modals(verb)
    shown = (*children(verb, "neg"), *(word for word in children(verb, "aux") if word.tag_ == "MD"))
    if not is_act(verb, cue) or modal & {"may", "might", "should", *OBLIGATION} or is_unreal(verb):
        return None
    if cue.act in {Act.ACCEPT, Act.AGREE, Act.SUPPORT}:
        if negated and modal & FIRM:
            return Verdict(Act.REJECT, shown)
        if not negated and modal & {"could", "would"}:
            return Verdict(Act.OPEN, shown, modality=_modality(modal))
    if "could" in modal:
        return None
    if cue.act is Act.REJECT and (other := _not_a_refusal(verb, shown, negated)) is not None:
        return other
    if cue.act is Act.REJECT and negated and lemma(verb) in LEAVES_OPEN:
        return Verdict(Act.OPEN, shown)
    if lemma(verb) == "like" and "would" not in modal:
        return None
    if lemma(verb) in {"want", "like"}:
        return _wanted(verb, shown, negated)
    clause = clause_of(verb)
    if cue.act is Act.PROMISE and not negated and clause is not None and lemma(clause) in words("harm_verb"):
        return Verdict(Act.THREATEN, shown)
    if cue.act is Act.PROPOSE and clause is not None and _is_assertion(clause):
        return Verdict(Act.CLAIM, shown)
    return Verdict(cue.act, shown, modality=_modality(modal), negated=negated)


def _not_a_refusal(verb: Token, shown: tuple[Token, ...], negated: bool) -> Verdict | None:
    """Return what 'refused to reject', 'refused to rule out' and 'rejected reports that …' do."""
    aim = first_child(verb, "xcomp")
    if aim is not None and cue_is(aim, Act.REJECT) and not negated:
        about = first_child(aim, "dobj", "xcomp")
        left_open = lemma(aim) in LEAVES_OPEN
        return Verdict(Act.OPEN if left_open else Act.REJECT, (*shown, aim), about, negated=not left_open)
    denied = denied_report(verb)
    return None if denied is None else Verdict(Act.DENY, shown, denied, negated=negated)


def _wanted(verb: Token, shown: tuple[Token, ...], negated: bool) -> Verdict:
    """Return a plan for 'wants to send', an appeal for 'wants them to leave' and 'wants elections'."""
    aim = first_child(verb, "xcomp", "ccomp")
    own = aim is not None and own_subject(aim) is None
    return Verdict(Act.PLAN if own else Act.APPEAL, shown, negated=negated)


def _is_assertion(clause: Token) -> bool:
    """Tell whether a clause says how things are, as in 'suggested that the attack was planned'.

    A plain present is no sign of it, since the subjunctive looks the same: 'suggested that they go'.
    """
    words_with_tense = (clause, *children(clause, "aux", "auxpass"))
    return any(word.tag_ in {"VBD", "VBZ"} for word in words_with_tense) and not modals(clause)


def _modality(modal: frozenset[str]) -> Modality:
    if modal & GUESSED:
        return Modality.POSSIBLE
    if "would" in modal:
        return Modality.WOULD
    if modal & (OBLIGATION | {"should", "must"}):
        return Modality.OBLIGATION
    return Modality.PLAIN
