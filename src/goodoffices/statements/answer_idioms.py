"""Turns of phrase by which a speaker acts: 'we can live with …', 'that is a lie', 'there will be war'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.clauses import cue_of
from goodoffices.statements.descriptions import FIRM, Verdict
from goodoffices.statements.labels import talk
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals, own_subject

COULD = frozenset({"can", "could"})
POINTING = frozenset({"that", "this", "it"})


def own_idiom(verb: Token) -> Verdict | None:
    """Return what the speaker does by a turn of phrase about itself.

    Args:
        verb: Head of a clause whose subject is the speaker.
    """
    return _with_object(verb) or _answered(verb) or _held(verb) or _wanted_no_more(verb) or _decided(verb)


def _with_object(verb: Token) -> Verdict | None:
    """Return what 'we have no objection to …', 'we gave way', 'we give our word' do."""
    thing = first_child(verb, "dobj")
    if thing is None:
        return None
    if lemma(verb) == "have" and lemma(thing) in talk("refusal_noun"):
        no = next((word for word in children(thing, "det") if word.lower_ == "no"), None)
        return None if no is None else Verdict(Act.OPEN, (verb, no, thing), _behind(thing))
    if lemma(verb) == "give" and thing.lower_ in {"way", "ground"} and not modals(verb):
        return Verdict(Act.CONCEDE, (verb, thing), negated=is_negated(verb))
    if lemma(verb) == "give" and thing.lower_ == "word" and not is_negated(verb):
        return Verdict(Act.PROMISE, (verb, thing))
    if lemma(verb) in talk("imagining_verb") and modals(verb) & COULD:
        shown = (*children(verb, "aux", "neg"), verb)
        return Verdict(Act.REJECT if is_negated(verb) else Act.OPEN, shown, thing)
    return None


def _answered(verb: Token) -> Verdict | None:
    """Return what 'we said yes' and 'we can live with two chambers' do."""
    beside = next((word for word in children(verb, "prep") if word.lower_ == "with"), None)
    if lemma(verb) == "live" and modals(verb) & COULD and beside is not None:
        shown = (*children(verb, "aux", "neg"), verb, beside)
        return Verdict(Act.REJECT if is_negated(verb) else Act.OPEN, shown, first_child(beside, "pobj"))
    if lemma(verb) not in {"say", "answer", "reply"} or is_negated(verb) or first_child(verb, "ccomp"):
        return None
    word = next((word for word in verb.children if word.lower_ in {"yes", "no"} and word.i > verb.i), None)
    act = Act.ACCEPT if word is not None and word.lower_ == "yes" else Act.REJECT
    return None if word is None else Verdict(act, (verb, word))


def _held(verb: Token) -> Verdict | None:
    """Return what 'we are committed to …' and 'we will fight on' do."""
    bound = verb if verb.lower_ == "committed" else None
    for word in children(verb, "acomp") if lemma(verb) in {"be", "remain", "stay"} else ():
        bound = word if word.lower_ == "committed" else bound
    if bound is not None and not is_negated(verb):
        about = _behind(bound)
        return None if about is None else Verdict(Act.PROMISE, (bound,), about)
    fights = lemma(verb) in talk("fighting_verb") and "will" in modals(verb)
    return Verdict(Act.THREATEN, (*children(verb, "aux"), verb)) if fights and not is_negated(verb) else None


def _wanted_no_more(verb: Token) -> Verdict | None:
    """Return what 'we no longer insist on …', 'we do not want …', 'we will never give up …' do."""
    cue = cue_of(verb)
    if cue is None or not is_negated(verb):
        return None
    about = first_child(verb, "dobj", "xcomp") or _behind(verb)
    longer = any(word.lower_ == "longer" for word in children(verb, "advmod"))
    shown = (*children(verb, "neg", "aux"), *cue[1])
    if cue[0].act in {Act.DEMAND, Act.APPEAL} and longer:
        return Verdict(Act.CONCEDE, shown, about)
    refuses = lemma(verb) == "want" or (cue[0].act is Act.CONCEDE and modals(verb) & FIRM)
    return Verdict(Act.REJECT, shown, about) if refuses else None


def _decided(verb: Token) -> Verdict | None:
    """Return what 'we have decided to accept the plan' does: what was decided on."""
    aim = first_child(verb, "xcomp") if lemma(verb) in {"decide", "choose", "resolve"} else None
    cue = cue_of(aim) if aim is not None else None
    if aim is None or cue is None or cue[0].neutral or is_negated(verb) or is_negated(aim):
        return None
    return Verdict(cue[0].act, (verb, *cue[1]), first_child(aim, "dobj", "xcomp") or _behind(aim))


def told_idiom(verb: Token) -> Verdict | None:
    """Return what a speaker does by a turn of phrase about others: 'that is a lie', 'they broke the truce'.

    Args:
        verb: Head of a clause whose subject is not the speaker.
    """
    return _called(verb) or _wronged(verb) or _foretold(verb)


def _called(verb: Token) -> Verdict | None:
    """Return what 'that is a lie', 'it is not true that …' and 'the army is to blame' do."""
    who = own_subject(verb)
    if lemma(verb) != "be" or who is None or modals(verb):
        return None
    called = first_child(verb, "attr", "acomp")
    if called is not None and who.lower_ in POINTING:
        lie = lemma(called) in talk("lie_noun") and not is_negated(verb)
        untrue = called.lower_ in {"untrue", "false"} and not is_negated(verb)
        if lie or untrue or (called.lower_ == "true" and is_negated(verb)):
            return Verdict(Act.DENY, (*children(verb, "neg"), called), first_child(verb, "ccomp"))
    blame = first_child(verb, "xcomp")
    guilty = blame is not None and lemma(blame) == "blame" and not is_negated(verb)
    return Verdict(Act.ACCUSE, (verb, blame), _behind(blame)) if blame is not None and guilty else None


def _wronged(verb: Token) -> Verdict | None:
    """Return the charge in 'they broke the truce', 'the army has violated the line'."""
    thing = first_child(verb, "dobj")
    if thing is None or lemma(verb) not in talk("breaching_verb") or is_negated(verb) or modals(verb):
        return None
    return Verdict(Act.ACCUSE, (verb,)) if lemma(thing) in talk("breached_noun") else None


def _foretold(verb: Token) -> Verdict | None:
    """Return the warning in 'there will be war if the talks fail'."""
    harm = first_child(verb, "attr") if first_child(verb, "expl") is not None else None
    if harm is None or lemma(harm) not in talk("harm_noun") or "will" not in modals(verb) or is_negated(verb):
        return None
    no = any(word.lower_ == "no" for word in children(harm, "det"))
    return None if no else Verdict(Act.WARN, (*children(verb, "aux"), verb))


def _behind(word: Token) -> Token | None:
    return next((first_child(one, "pobj", "pcomp") for one in children(word, "prep")), None)
