"""What a predicate does: the act comes from all of it, not from its verb alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from goodoffices.statements.acts import ANSWERS, Act
from goodoffices.statements.clauses import clause_of, cue_of, is_inserted, is_told_of_a_year, of_time
from goodoffices.statements.descriptions import FIRM, Verdict, read_description
from goodoffices.statements.lexicon import words
from goodoffices.statements.performed import (
    GUESSED,
    LEAVES_OPEN,
    OBLIGATION,
    cue_is,
    is_act,
    modality_of,
    read_performed,
    wanted,
)
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
from goodoffices.statements.turns import turn_content
from goodoffices.statements.undertakings import leaves_if, steps_not_taken, undertaking

IsSpeaker = Callable[[Token], bool]
NESTED = 5
"""How often a speaker may report itself: 'we believe that we know that …'."""
CONSENT = frozenset(
    {"accept", "approve", "agree", "sign", "endorse", "support", "join", "recognise", "recognize"}
)
CONSIDERING = frozenset({"consider", "discuss", "entertain", "countenance", "talk"})


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
        (None if modals(clause) & OBLIGATION else read_description(clause, is_speaker))
        or _by_refusal(clause)
        or _by_own_act(clause, is_speaker)
        or _by_predicate_noun(clause, is_speaker)
        or _by_modal(clause, is_speaker)
    )
    return found or Verdict(Act.CLAIM, ())


def by_what_is_told(verdict: Verdict, is_speaker: IsSpeaker) -> Verdict:
    """Return what a description with a clause does: 'is adamant that all must leave' demands."""
    if verdict.act is not Act.CLAIM or verdict.content is None:
        return verdict
    told = read_clause(verdict.content, is_speaker)
    return Verdict(told.act, (*verdict.tokens, *told.tokens), verdict.content, told.modality, told.negated)


def added_acts(clause: Token, first: Verdict, is_speaker: IsSpeaker) -> Iterator[tuple[Token, Verdict]]:
    """Yield the clauses joined to one that do something else: 'said that it was late and that all must go'.

    What is joined to a trailing 'he said' may be said, too: 'It was late, he said, and I will not wait'.

    Args:
        clause: Head of the first clause.
        first: What somebody does by saying it.
        is_speaker: Tells whether a token stands for the one who says it.
    """
    verb = clause.head
    trailing = verb.conjuncts if clause.dep_ == "ccomp" and clause.i < verb.i else ()
    for joined in (*clause.conjuncts, *(one for one in trailing if _is_own(one, is_speaker))):
        if joined.i > clause.i and joined.pos_ in {"VERB", "AUX"} and told_above(joined) is None:
            verdict = read_clause(joined, is_speaker)
            if verdict.act not in {Act.CLAIM, first.act}:
                yield joined, verdict


def _is_own(clause: Token, is_speaker: IsSpeaker) -> bool:
    """Tell whether a clause without a cue of its own is one about the speaker.

    One without a subject, too, where it tells what is to come: 'It is late, he said, and will not wait'.
    """
    who = own_subject(clause)
    if who is None:
        return bool(modals(clause)) and not modals(clause.head)
    return who.pos_ == "PRON" and is_speaker(who) and cue_of(clause) is None


def _reported_within(clause: Token, is_speaker: IsSpeaker) -> Token | None:
    """Return the clause inside 'we believe that …', where the speaker only reports itself."""
    cue = cue_of(clause)
    who = subject(clause)
    if cue is None or not cue[0].neutral or who is None or not is_speaker(who):
        return None
    return clause_of(clause)


def _by_refusal(clause: Token) -> Verdict | None:
    """Return the rejection in 'the demand cannot be met', whoever would have to meet it.

    'A council is not ruled out' leaves it open, 'an attack will be punished' is a threat.
    """
    about = first_child(clause, "nsubjpass")
    if about is not None and is_negated(clause) and lemma(clause) in LEAVES_OPEN and not modals(clause):
        return Verdict(Act.OPEN, (*children(clause, "neg", "auxpass"), clause), about)
    if about is not None and modals(clause) & {"will", "would"} and _is_harmed(clause):
        return Verdict(Act.THREATEN, (*children(clause, "aux", "auxpass"), clause), about)
    granted = lemma(clause) in words("granted_verb") and modals(clause) & FIRM and is_negated(clause)
    if about is None or not granted:
        return None
    return Verdict(Act.REJECT, (*children(clause, "aux", "neg", "auxpass"), clause), about)


def _is_harmed(clause: Token) -> bool:
    """Tell whether something will be struck, punished or met by force."""
    means = (of for by in children(clause, "agent", "prep") for of in children(by, "pobj"))
    forced = lemma(clause) == "meet" and any(lemma(one) in {"force", "fire", "war"} for one in means)
    return not is_negated(clause) and (forced or lemma(clause) in words("harm_verb"))


def _by_own_act(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    who = subject(clause)
    if who is None or not is_speaker(who) or is_passive(clause) or is_unreal(clause):
        return None
    negated, modal = is_negated(clause), _own_modals(clause)
    going = _going_to(clause)
    if going is not None:
        clause, modal = going, modal | {"will"}
    about = _what_of(clause)
    shown = (*children(clause, "neg", "aux"), clause)
    if about is not None and (lemma(clause), about.lower_) == ("take", "part"):
        about = None
    if lemma(clause) in words("no_verb") or cue_is(clause, Act.REJECT):
        refused = Verdict(Act.REJECT, shown, about, modality_of(modal), negated)
        return leaves_if(clause, modal, refused) or _refusal(clause, modal, refused)
    if lemma(clause) in words("yes_verb"):
        consent = _consent(
            lemma(clause), negated, modal, Verdict(Act.CLAIM, shown, about, modality_of(modal))
        )
        if consent is not None or modal or negated:
            return consent
    cue = cue_of(clause)
    if cue is not None and (kept := steps_not_taken(clause, cue[0].act, modal, shown, negated=negated)):
        return kept
    if cue is not None and cue[0].behind and not cue[0].neutral:
        told = read_performed(clause, cue[0], as_told=modal)
        return told and Verdict(told.act, cue[1], turn_content(clause, *cue), told.modality, told.negated)
    if is_told_of_a_year(clause):
        return None
    if lemma(clause) == "want" and cue is not None and cue[0].act is Act.DEMAND and not modal:
        wish = wanted(clause, shown, negated=negated)
        return Verdict(wish.act, wish.tokens, about, negated=negated)
    if cue is not None and not cue[0].neutral and not modal & GUESSED and is_act(clause, cue[0]):
        return Verdict(cue[0].act, cue[1], about, modality_of(modal), negated)
    return undertaking(clause, modal, shown, negated=negated)


def _what_of(clause: Token) -> Token | None:
    """Return what a clause is about: its object before others, and no day: 'on Sunday rejected the map'."""
    thing = first_child(clause, "dobj") or first_child(clause, "xcomp", "ccomp")
    return thing or next((one for one in children(clause, "prep") if not of_time(one)), None)


def _by_predicate_noun(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    """Return the answer in 'an army was a notion that it could not entertain', which is about the army."""
    noun, about = first_child(clause, "attr"), own_subject(clause)
    if lemma(clause) != "be" or noun is None or about is None:
        return None
    for relative in children(noun, "relcl", "acl"):
        found = _by_own_act(relative, lambda who: who.pos_ == "PRON" or is_speaker(who))
        if found is not None and found.act in ANSWERS:
            return Verdict(found.act, (clause, *found.tokens), about, found.modality, found.negated)
    return None


def _going_to(clause: Token) -> Token | None:
    """Return what somebody 'is going to' do."""
    aim = first_child(clause, "xcomp") if (lemma(clause), clause.tag_) == ("go", "VBG") else None
    return aim if aim is not None and any(word.lower_ == "to" for word in children(aim, "aux")) else None


def _own_modals(clause: Token) -> frozenset[str]:
    """Return the modals of a clause, with 'would' after 'said' read as the 'will' that was said."""
    modal = _will_be(clause)
    told = (
        clause.head
        if clause.dep_ == "ccomp"
        else next(filter(is_inserted, children(clause, "parataxis")), None)
    )
    past = told is not None and told.tag_ == "VBD"
    return modal | {"will"} if past and "would" in modal else modal


def _refusal(clause: Token, modal: frozenset[str], found: Verdict) -> Verdict | None:
    if modal & GUESSED:
        return None
    if found.negated and (lemma(clause) in LEAVES_OPEN or "will" in modal):  # 'would not object'
        return Verdict(Act.OPEN, found.tokens, found.content, found.modality)
    return found


def _consent(verb: str, negated: bool, modal: frozenset[str], found: Verdict) -> Verdict | None:
    if negated:
        return Verdict(Act.REJECT, found.tokens, found.content, found.modality) if modal & FIRM else None
    if "will" in modal and verb not in CONSENT | CONSIDERING:
        return Verdict(Act.PROMISE, found.tokens)
    if "would" in modal and found.tokens[-1].tag_ == "VBG":
        return None  # 'we would be signing the same paper twice'
    if modal & (GUESSED | {"would"}) or ("will" in modal and verb in CONSIDERING):
        return Verdict(Act.OPEN, found.tokens, found.content, found.modality)
    if "will" in modal:
        return Verdict(Act.ACCEPT, found.tokens, found.content)
    return None


def _will_be(clause: Token) -> frozenset[str]:
    """Return the modals of a clause, with 'we shall' read as 'we will'."""
    who, modal = subject(clause), modals(clause)
    own = who is not None and who.lower_ in {"i", "we"} and "shall" in modal
    return (modal - {"shall"}) | {"will"} if own else modal


def _by_modal(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    modal = _will_be(clause) | _must_be_done(clause)
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
    bare = clause.tag_ == "VB" or any(word.tag_ == "VB" for word in children(clause, "aux", "auxpass"))
    return lemma(verb) == "insist" and not modals(clause) and (bare or backshifted)


def _must_be_done(clause: Token) -> frozenset[str]:
    """Return 'must' for 'has to' and 'needs to'; 'had to' may tell what happened and is left alone."""
    helper = lemma(clause) in {"have", "need"} and clause.tag_ in {"VBP", "VBZ"}
    done = first_child(clause, "xcomp")
    return frozenset({"must"} if helper and done is not None and not is_negated(clause) else ())
