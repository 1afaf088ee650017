"""What somebody does by a clause in the first person: 'we have accepted', 'our demand is', 'we will not'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue
from goodoffices.statements.answer_idioms import own_idiom, told_idiom
from goodoffices.statements.asserted import clause_heads
from goodoffices.statements.clauses import cue_of, is_asserted, is_question
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.noun_parts import noun_acts
from goodoffices.statements.performed import read_performed
from goodoffices.statements.predicates import IsSpeaker, read_clause
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.statement import Modality
from goodoffices.statements.syntax import (
    children,
    first_child,
    is_negated,
    is_passive,
    is_unreal,
    lemma,
    own_subject,
    subject,
    tense_of,
)

OWN = frozenset({"we", "i"})
OURS = frozenset({"our", "my"})
BEFORE_AN_ORDER = frozenset({"PUNCT", "INTJ", "ADV", "CCONJ", "SPACE", "PART"})
CALLED = {"condition": Act.DEMAND, "precondition": Act.DEMAND, "idea": Act.PROPOSE, "plan": Act.PLAN}
"""What 'our … is' does by its noun, besides the nouns that are acts everywhere."""
YES = frozenset({Act.ACCEPT, Act.AGREE, Act.SUPPORT})
"""Acts whose denial in the present says no: 'we do not accept'."""


def acts_in(said: Tokens, is_speaker: IsSpeaker) -> Iterator[tuple[Token, Verdict]]:
    """Yield the clauses of a sentence by which its speaker does more than say that something is so.

    Args:
        said: The sentence.
        is_speaker: Tells whether a token stands for the speaker.
    """
    for head in clause_heads(said):
        verdict = own_act(head, is_speaker)
        if verdict is not None:
            yield head, verdict


def own_act(verb: Token, is_speaker: IsSpeaker) -> Verdict | None:
    """Return what the speaker does by a clause, None where it only says that something is so.

    Args:
        verb: Head of the clause.
        is_speaker: Tells whether a token stands for the speaker.
    """
    if is_question(verb) or is_unreal(verb) or _only_talks(verb):
        return None
    cleft = _by_cleft(verb)
    if cleft is not None:
        return cleft
    who = subject(verb)
    own = who is not None and is_speaker(who)
    idiom = own_idiom(verb) if own else told_idiom(verb)
    if idiom is not None:
        return idiom
    found = read_clause(verb, is_speaker)
    if found.act is Act.REJECT and lemma(verb) in talk("idle_verb"):
        return None  # 'we will not comment' says no to nothing that was put forward
    shall = found.act is Act.DEMAND and any(_we_shall(token, is_speaker) for token in found.tokens)
    if found.act is not Act.CLAIM and not shall:
        return found
    if _is_ordered(verb):
        return _ordered(verb)
    return _by_own_verb(verb) if own and not is_passive(verb) else _by_own_noun(verb)


def _we_shall(token: Token, is_speaker: IsSpeaker) -> bool:
    """Tell whether a word is the 'shall' of a first person, which undertakes and demands nothing."""
    who = subject(token.head) if token.lower_ == "shall" else None
    return who is not None and is_speaker(who)


def _only_talks(verb: Token) -> bool:
    """Tell whether somebody only wants to say or to know something: 'I want to be clear'."""
    aim = first_child(verb, "xcomp", "ccomp") if lemma(verb) in {"want", "like", "wish"} else None
    return aim is not None and lemma(aim) in talk("idle_verb") and own_subject(aim) is None


def _by_cleft(verb: Token) -> Verdict | None:
    """Return what 'what we reject is …', 'what we want is …' do."""
    what = first_child(verb, "csubj") if lemma(verb) == "be" else None
    cue = cue_of(what) if what is not None else None
    needed = what is not None and lemma(what) == "need"
    if what is None or ((cue is None or cue[0].neutral) and not needed):
        return None
    who, about = own_subject(what), first_child(verb, "attr", "ccomp", "acomp")
    if who is None or who.lower_ not in OWN or about is None:
        return None
    act = Act.DEMAND if cue is None or needed or cue[0].act in {Act.APPEAL, Act.PLAN} else cue[0].act
    return Verdict(act, (what,), about, negated=is_negated(what))


def _by_own_verb(verb: Token) -> Verdict | None:
    cue = cue_of(verb)
    performed = None
    if cue is not None and not cue[0].neutral and is_asserted(verb):
        performed = _performed(verb, *cue)
    return performed or _undertaken(verb)


def _performed(verb: Token, cue: Cue, cue_tokens: Tokens) -> Verdict | None:
    done = read_performed(verb, cue)
    if done is None:
        return None
    now = tense_of(verb) in {"VBP", "VBZ"} and not any(
        lemma(word) == "have" for word in children(verb, "aux")
    )
    refuses = done.negated and done.act in YES and now
    act, negated = (Act.REJECT, False) if refuses else (done.act, done.negated)
    return Verdict(act, (*cue_tokens, *done.tokens), done.content or _about(verb), done.modality, negated)


def _undertaken(verb: Token) -> Verdict | None:
    """Return the refusal in 'we are not leaving'; what 'will' and 'cannot' do is read with every clause."""
    if verb.tag_ == "VBG" and is_negated(verb) and lemma(verb) in words("yield_verb"):
        return Verdict(Act.REJECT, (*children(verb, "aux", "neg"), verb))
    return None


def _about(verb: Token) -> Token | None:
    found = first_child(verb, "dobj", "xcomp", "ccomp")
    if found is not None:
        return found
    return next((first_child(one, "pobj", "pcomp") for one in children(verb, "prep")), None)


def _by_own_noun(verb: Token) -> Verdict | None:
    """Return what 'our demand is …', 'my answer is no' do."""
    who = own_subject(verb)
    if who is None or lemma(verb) not in {"be", "remain", "stay"} or is_negated(verb):
        return None
    if not any(word.lower_ in OURS for word in children(who, "poss")):
        return None
    if lemma(who) in {"answer", "reply", "response"}:
        no = any(word.lower_ == "no" for word in verb.children)
        return Verdict(Act.REJECT, (who, verb)) if no else None
    about = first_child(verb, "attr", "ccomp", "xcomp", "acomp")
    act = CALLED.get(lemma(who)) or noun_acts().get(lemma(who))
    if act is None or act is Act.CLAIM or about is None:
        return None
    return Verdict(act, (who, verb), about)


def _is_ordered(verb: Token) -> bool:
    """Tell whether a clause calls on somebody: the imperative in 'Open the road', 'Let them come'."""
    joined = verb.dep_ == "conj"
    if verb.tag_ != "VB" or not (verb.dep_ == "ROOT" or joined) or own_subject(verb) is not None:
        return False
    if any(word.lower_ != "do" for word in children(verb, "aux")) or (joined and not _is_ordered(verb.head)):
        return False
    before = verb.doc[verb.sent.start : verb.i]
    first = joined or all(token.pos_ in BEFORE_AN_ORDER or token.dep_ in {"neg", "aux"} for token in before)
    if lemma(verb) == "let":
        let = _let(verb)
        return first and let is not None and let.lower_ not in {"me", "'s", "’s", "us"}
    named = first_child(verb, "dobj", "ccomp", "xcomp") is not None
    return first and named and lemma(verb) not in talk("imperative_talk")


def _let(verb: Token) -> Token | None:
    freed = first_child(verb, "ccomp", "xcomp")
    return own_subject(freed) if freed is not None else None


def _ordered(verb: Token) -> Verdict:
    """Return what an imperative does: 'let it come' leaves room, any other one calls on somebody."""
    let = _let(verb) if lemma(verb) == "let" else None
    if let is not None and let.lower_ in {"it", "that", "this"} and not is_negated(verb):
        return Verdict(Act.OPEN, (verb,))
    return Verdict(Act.APPEAL, (verb,), None, Modality.PLAIN)
