"""Options that a report names without saying whose they are: 'One option is …', 'It was mooted that …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.content import extent
from goodoffices.statements.option_frames import (
    among_them,
    floated_by_nobody,
    foreseen,
    idea_in_talk,
    is_nobodys_idea,
    items_of,
    lies_in,
    one_of_the_ideas,
    said_in_the_corridors,
    thought_given_to,
    turned_round,
    way_forward,
)
from goodoffices.statements.option_nouns import (
    MAYBE,
    counted,
    idea_of,
    is_aired,
    is_named,
    is_on_the_table,
    is_option,
)
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
    for token in sentence:
        for found in _at(token, before):
            if not told & {word.i for word in found.content}:
                told |= {word.i for word in found.content}
                yield found


def _at(token: Token, before: SentenceSpan | None) -> Iterator[OptionSighting]:
    listed = among_them(token)
    if listed is not None:
        yield OptionSighting(extent(listed, (token.i,)), tuple(token.sent))
    if token.pos_ not in {"AUX", "VERB"} or is_negated(token):
        return
    asked = token.sent[-1].text == "?"
    head = _asked_after(token) if asked else _told_of(token)
    if head is not None:
        items = items_of(head, token)
        for item in items or (head,):
            yield OptionSighting(_words_of(item, items), tuple(token.subtree))
    elif not asked:
        whole = _in_one_version(token) or _it_would(token) or _one_more(token, before)
        yield from () if whole is None else (whole,)


def _told_of(verb: Token) -> Token | None:
    frames = (
        _called_option,
        _proposed_by_nobody,
        _under_discussion,
        _talked_of,
        _thought_of,
        _solved_by,
        turned_round,
        floated_by_nobody,
        said_in_the_corridors,
        lies_in,
        thought_given_to,
        one_of_the_ideas,
        foreseen,
        way_forward,
    )
    return next((head for frame in frames if (head := frame(verb)) is not None), None)


def _asked_after(verb: Token) -> Token | None:
    """Return 'a union' in 'Is there any thought of a union?' and 'Would a union be a way out?'."""
    what = first_child(verb, "attr")
    way_out = what is not None and lemma(what) in things("way_out_noun") and verb.sent[0].lower_ in MAYBE
    return own_subject(verb) if way_out and lemma(verb) == "be" else _talked_of(verb)


def _words_of(head: Token, items: tuple[Token, ...] = ()) -> Tokens:
    """Return the words of an option; of one in a list without those behind it."""
    others = {one.i for one in items if one.i != head.i}
    links = {child.i for child in children(head, "cc", "punct")} if others else set()
    asides = {child.i for child in children(head, "relcl")} if head.pos_ == "VERB" else set()
    return extent(head, others | links | asides)


def _called_option(verb: Token) -> Token | None:
    """'One option is a patrol', 'a patrol is one option', 'among the ideas is a patrol'."""
    if lemma(verb) not in BEING:
        return None
    who, what = subject(verb), first_child(verb, "attr", "dobj", "xcomp", "ccomp")
    among = next((one for one in children(verb, "prep") if one.lower_ == "among"), None)
    if what is not None and who is not None and who.dep_ == "nsubj" and is_option(who, verb):
        return what
    if what is not None and is_option(what, verb) and who is not None and who.pos_ == "NOUN":
        return who
    return (what or who) if among is not None and is_named(first_child(among, "pobj")) else None


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
        return idea_of(who) if is_aired(verb) else None
    going_on = any(word.lower_ == "being" for word in children(verb, "auxpass", "aux"))
    perfect = any(word.lower_ in {"has", "have", "was", "were"} for word in children(verb, "aux", "auxpass"))
    name = lemma(verb)
    if is_passive(verb) and (
        (name in things("mooting_verb") and perfect) or (name in things("weighing_verb") and going_on)
    ):
        return who if not _is_for_a_day(verb) else None
    return who if is_on_the_table(verb) or is_aired(verb) else None


def _is_for_a_day(verb: Token) -> bool:
    """Tell whether what is proposed is a date: 'has been proposed for Monday'."""
    places = (first_child(one, "pobj") for one in children(verb, "prep") if one.lower_ in {"for", "on"})
    return any(place is not None and place.ent_type_ in {"DATE", "TIME"} for place in places)


def _talked_of(verb: Token) -> Token | None:
    """Return what 'there is talk of', and what 'there is an idea to' do."""
    if not any(word.lower_ == "there" for word in children(verb, "expl", "advmod")):
        return None
    talk = first_child(verb, "attr", "nsubj", "dobj")
    if talk is None or any(word.lower_ == "no" for word in children(talk, "det")):
        return None
    told = idea_in_talk(talk)
    if told is not None or not is_named(talk):
        return told
    return first_child(talk, "acl", "relcl") or first_child(verb, "xcomp", "advcl")


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
    """Return what would be 'under one version', 'in another variant', 'according to an unsigned paper'."""
    for link in children(verb, "prep"):
        inner = first_child(link, "prep") if link.lower_ == "according" else link
        noun = first_child(inner, "pobj") if inner is not None and link.i < verb.i else None
        if noun is None or link.lower_ not in {"under", "in", "according"} or not modals(verb):
            continue
        version = lemma(noun) in things("option_noun") | things("version_noun")
        unsigned = any(word.lower_ in {"unsigned", "anonymous", "unattributed"} for word in noun.children)
        if unsigned or (version and counted(noun)):
            return OptionSighting(extent(verb, (link.i,)), tuple(verb.subtree))
    return None


def _it_would(verb: Token) -> OptionSighting | None:
    """Return 'leave defence with the centre' in 'one formula would leave defence with the centre'."""
    if lemma(verb) in BEING or not modals(verb) & MAYBE or not is_nobodys_idea(own_subject(verb)):
        return None
    helpers = {child.i for child in children(verb, "nsubj", "aux", "conj", "parataxis")}
    return OptionSighting(extent(verb, helpers), extent(verb))


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
