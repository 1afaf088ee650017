"""Options that a report names without saying whose they are: 'One option is …', 'It was mooted that …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.content import extent
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    modals,
    own_subject,
    subject,
)

BEING = frozenset({"be", "include", "involve", "remain"})
ONE_OF = frozenset(
    {"another", "one", "other", "second", "third", "fourth", "further", "last", "possible", "final"}
)
ORDINAL = frozenset({"another", "second", "third", "fourth", "fifth", "other", "last"})
LED_TO = re.compile(
    r"\b(?:idea|option|proposal|possibility|formula|suggestion|variant|scenario|version)s?\b.*"
    r"\b(?:no father|no author|no owner|unsigned|nobody|in circulation|on the table|going round"
    r"|doing the rounds)"
    r"\b[^:]*: (?!one\b|another\b)"
)


@dataclass(frozen=True, slots=True)
class OptionSighting:
    """An option without an owner in terms of tokens."""

    content: Tokens
    whole: Tokens


def find_options(sentence: SentenceSpan, before: SentenceSpan | None = None) -> Iterator[OptionSighting]:
    """Yield what a sentence calls an option, a possibility or a way out, and what nobody proposed.

    'One option is …', 'A way out would be …', 'It was mooted that …', 'A vote has been suggested', 'There is
    talk of …', 'One could think of …'; and 'Another would …' behind a sentence that tells of an option.

    Args:
        sentence: The sentence.
        before: The sentence before it in the passage.
    """
    behind = _behind_a_colon(sentence)
    if behind is not None:
        yield behind
        return
    told: set[int] = set()
    for verb in sentence:
        found = _at(verb, before) if verb.pos_ in {"AUX", "VERB"} else None
        if found is not None and not told & {token.i for token in found.content}:
            told |= {token.i for token in found.content}
            yield found


def _at(verb: Token, before: SentenceSpan | None) -> OptionSighting | None:
    if is_negated(verb) or verb.sent[-1].text == "?":
        return None
    head = (
        _called_option(verb)
        or _proposed_by_nobody(verb)
        or _under_discussion(verb)
        or _talked_of(verb)
        or _thought_of(verb)
        or _solved_by(verb)
    )
    if head is not None:
        return OptionSighting(_words_of(head), tuple(verb.subtree))
    return _in_one_version(verb) or _one_more(verb, before)


def _words_of(head: Token) -> Tokens:
    return extent(head, {child.i for child in children(head, "relcl")} if head.pos_ == "VERB" else ())


def _called_option(verb: Token) -> Token | None:
    """'One option is a patrol', 'a patrol is one option', 'among the ideas is a patrol'."""
    if lemma(verb) not in BEING:
        return None
    who, what = subject(verb), first_child(verb, "attr", "dobj", "xcomp", "ccomp")
    among = next((one for one in children(verb, "prep") if one.lower_ == "among"), None)
    if what is not None and who is not None and who.dep_ == "nsubj" and _is_option(who, verb):
        return what
    if what is not None and _is_option(what, verb) and who is not None and who.pos_ == "NOUN":
        return who
    return (what or who) if among is not None and _is_named(first_child(among, "pobj")) else None


def _is_named(noun: Token | None) -> bool:
    """Tell whether somebody's ideas are meant by none: 'among the ideas', not 'among Kenya's ideas'."""
    listed = things("option_noun") | things("idea_noun")
    return noun is not None and lemma(noun) in listed and first_child(noun, "poss") is None


def _is_option(noun: Token | None, verb: Token) -> bool:
    if noun is None or first_child(noun, "poss") is not None or agent_of(noun):
        return False
    beside = {word.lower_ for word in children(noun, "det", "nummod", "amod")}
    name = lemma(noun)
    if name in things("option_noun"):
        return True
    heard = any(lemma(word) in things("airing_verb") for word in children(noun, "acl", "relcl", "amod"))
    if name in things("idea_noun") and (beside & ONE_OF or heard):
        return True
    return name in things("way_out_noun") and bool(modals(verb) & {"would", "could", "might", "may"})


def agent_of(noun: Token) -> bool:
    """Tell whether an idea is somebody's: 'a proposal by Kenya', 'an idea put forward by Kenya'."""
    by = any(one.lower_ in {"by", "from"} for one in children(noun, "prep"))
    return by or any(agent(verb) is not None for verb in children(noun, "acl"))


def _proposed_by_nobody(verb: Token) -> Token | None:
    """Return the clause in 'It was proposed that …', which names nobody who proposed it."""
    it = first_child(verb, "nsubjpass", "expl", "nsubj")
    impersonal = it is not None and it.lower_ == "it" and agent(verb) is None and is_passive(verb)
    clause = first_child(verb, "ccomp", "xcomp") if impersonal else None
    if clause is None or lemma(verb) not in things("mooting_verb"):
        return None
    asserts = any(word.tag_ in {"VBD", "VBZ"} for word in (clause, *children(clause, "aux", "auxpass")))
    return None if asserts else clause


def _under_discussion(verb: Token) -> Token | None:
    """Return 'a vote' in 'a vote has been suggested', 'is being discussed', 'is on the table'."""
    who = own_subject(verb)
    thing = (
        who is not None and who.pos_ == "NOUN" and not who.ent_type_ and lemma(who) not in things("no_option")
    )
    if who is None or not thing or modals(verb) or agent(verb) is not None:
        return None
    indefinite = any(
        word.lower_ in {"a", "an", "some", "two", "three"} for word in children(who, "det", "nummod")
    )
    if not indefinite and who.tag_ != "NNS":
        return _idea_of(who) if _is_aired(verb) else None
    going_on = any(word.lower_ == "being" for word in children(verb, "auxpass", "aux"))
    perfect = any(word.lower_ in {"has", "have", "was", "were"} for word in children(verb, "aux", "auxpass"))
    name = lemma(verb)
    if is_passive(verb) and (
        (name in things("mooting_verb") and perfect) or (name in things("weighing_verb") and going_on)
    ):
        return who if not _is_for_a_day(verb) else None
    return who if _is_on_the_table(verb) or _is_aired(verb) else None


def _is_for_a_day(verb: Token) -> bool:
    """Tell whether what is proposed is a date: 'has been proposed for Monday'."""
    places = (first_child(one, "pobj") for one in children(verb, "prep") if one.lower_ in {"for", "on"})
    return any(place is not None and place.ent_type_ in {"DATE", "TIME"} for place in places)


def _is_on_the_table(verb: Token) -> bool:
    found = ((one.lower_, place.lower_) for one in children(verb, "prep") for place in children(one, "pobj"))
    here = any(
        pair in {("under", "discussion"), ("under", "consideration"), ("under", "study"), ("on", "table")}
        for pair in found
    )
    return lemma(verb) == "be" and here


def _is_aired(verb: Token) -> bool:
    """Tell whether something is said to go round: 'is doing the rounds', 'is in the air'."""
    rounds = first_child(verb, "dobj")
    circling = lemma(verb) in {"do", "make"} and rounds is not None and rounds.lower_ in {"round", "rounds"}
    return circling or lemma(verb) == "circulate"


def _idea_of(noun: Token) -> Token | None:
    """Return 'a buffer zone' in 'the idea of a buffer zone'."""
    of = next((one for one in children(noun, "prep") if one.lower_ == "of"), None)
    idea = lemma(noun) in things("idea_noun") | things("option_noun")
    return first_child(of, "pobj", "pcomp") if of is not None and idea else None


def _talked_of(verb: Token) -> Token | None:
    """Return what 'there is talk of', and what 'there is an idea to' do."""
    if not any(word.lower_ == "there" for word in children(verb, "expl", "advmod")):
        return None
    talk = first_child(verb, "attr", "nsubj", "dobj")
    if talk is None or any(word.lower_ == "no" for word in children(talk, "det")):
        return None
    if lemma(talk) in {"talk", "speculation", "discussion"}:
        of = next((one for one in children(talk, "prep") if one.lower_ in {"of", "about"}), None)
        return first_child(of, "pobj", "pcomp") if of is not None else None
    idea = lemma(talk) in things("idea_noun") | things("option_noun")
    return (
        first_child(talk, "acl", "relcl") or first_child(verb, "xcomp", "advcl")
        if idea and not agent_of(talk)
        else None
    )


def _thought_of(verb: Token) -> Token | None:
    """Return what 'one could think of' or 'one might imagine'."""
    who = own_subject(verb)
    one = who is not None and who.lower_ == "one" and not any(True for _ in who.children)
    if not one or not modals(verb) & {"could", "might", "can", "may"}:
        return None
    if lemma(verb) in {"imagine", "envisage", "conceive", "consider", "try"}:
        return first_child(verb, "dobj", "ccomp", "xcomp")
    of = next((link for link in children(verb, "prep") if link.lower_ in {"of", "about"}), None)
    return (
        first_child(of, "pobj", "pcomp") if of is not None and lemma(verb) in {"think", "conceive"} else None
    )


def _solved_by(verb: Token) -> Token | None:
    """Return 'a lease' in 'the dispute could be solved by a lease'."""
    possible = modals(verb) & {"could", "might"} and is_passive(verb)
    return agent(verb) if possible and lemma(verb) in things("solving_verb") else None


def _in_one_version(verb: Token) -> OptionSighting | None:
    """Return what would be 'under one version', 'in another variant'."""
    for link in children(verb, "prep"):
        noun = first_child(link, "pobj") if link.lower_ in {"under", "in"} and link.i < verb.i else None
        named = noun is not None and lemma(noun) in things("option_noun") | things("version_noun")
        if noun is not None and named and {word.lower_ for word in noun.children} & ONE_OF and modals(verb):
            return OptionSighting(extent(verb, (link.i,)), tuple(verb.subtree))
    return None


def _one_more(verb: Token, before: SentenceSpan | None) -> OptionSighting | None:
    """Return what 'another would' do or 'another is', behind a sentence that tells of an option."""
    who = first_child(verb, "nsubj")
    if who is None or not _names_another(who):
        return None
    listed = things("option_noun") | things("idea_noun") | things("version_noun")
    near = (
        (*before, *verb.sent[: verb.i - verb.sent.start])
        if before is not None
        else tuple(verb.sent)[: who.i - verb.sent.start]
    )
    if not any(lemma(word) in listed for word in near):
        return None
    what = first_child(verb, "attr", "xcomp", "ccomp") if lemma(verb) in BEING else None
    if what is not None:
        return OptionSighting(_words_of(what), tuple(verb.subtree))
    if not modals(verb):
        return None
    helpers = {child.i for child in children(verb, "nsubj", "aux", "conj", "parataxis", "ccomp")}
    return OptionSighting(extent(verb, helpers), extent(verb))


def _names_another(who: Token) -> bool:
    beside = {word.lower_ for word in who.children}
    return (
        who.lower_ in ORDINAL | {"one"} and not beside - {"a", "yet", "the", "still"}
    ) and who.pos_ != "NOUN"


def _behind_a_colon(sentence: SentenceSpan) -> OptionSighting | None:
    """Return what stands behind the colon of 'one idea has no father: …'."""
    found = LED_TO.search(sentence.text)
    if found is None:
        return None
    start = sentence.start_char + found.end()
    tokens = tuple(token for token in sentence if token.idx >= start and not token.is_space)
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return OptionSighting(tokens, tuple(sentence)) if tokens else None
