"""Frames for options that turn the sentence round or hide who has the idea: 'Under study is …'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.option_nouns import (
    MAYBE,
    ON_THE_TABLE,
    agent_of,
    counted,
    idea_of,
    in_the_corridors,
    is_heard,
    is_idea,
    is_named,
    is_somebody,
    places,
)
from goodoffices.statements.relation_frames import things
from goodoffices.statements.syntax import children, first_child, is_passive, lemma, modals, own_subject

SPEAKING = frozenset({"speak", "talk", "whisper"})


def turned_round(verb: Token) -> Token | None:
    """Return 'a lease' in 'under study is a lease', 'what is being weighed is a lease'."""
    what = first_child(verb, "attr", "nsubj")
    if what is not None and lemma(verb) == "be" and what.i > verb.i:
        ahead = any(one.i < verb.i for one in children(verb, "prep"))
        weighed = first_child(verb, "csubj")
        if ahead and any(first == "under" for first, _ in places(verb) & ON_THE_TABLE):
            return what
        return what if weighed is not None and _is_weighed(weighed) else None
    helper = first_child(verb, "auxpass")
    aired = lemma(verb) in things("mooting_verb") | things("weighing_verb")
    inverted = helper is not None and aired and helper.i > verb.i
    return first_child(helper, "attr", "nsubj") if helper is not None and inverted else None


def _is_weighed(clause: Token) -> bool:
    what = own_subject(clause)
    weighed = lemma(clause) in things("mooting_verb") | things("weighing_verb")
    asked = what is None or what.lower_ == "what"
    return asked and weighed and is_passive(clause)


def floated_by_nobody(verb: Token) -> Token | None:
    """Return 'a joint force' in 'diplomats float a joint force', 'are toying with a joint force'."""
    who = own_subject(verb)
    if who is None or lemma(who) not in things("nobody_noun") or is_passive(verb):
        return None
    if lemma(verb) == "see":
        return _way_out_in(verb)
    what = first_child(verb, "dobj") if lemma(verb) in things("mooting_verb") else None
    link = next((one for one in children(verb, "prep") if one.lower_ == "with"), None)
    if lemma(verb) == "toy" and link is not None:
        what = first_child(link, "pobj", "pcomp")
    if what is None or lemma(what) in things("no_option") or what.tag_ in {"PRP", "NNP"}:
        return None
    return what if first_child(what, "poss") is None and not agent_of(what) else None


def _way_out_in(verb: Token) -> Token | None:
    """Return 'a lease' in 'see a way out in a lease'."""
    way = _way_out_at(verb)
    if way is None:
        return None
    links = (one for one in (*children(verb, "prep"), *children(way, "prep")) if one.lower_ == "in")
    return next((first_child(one, "pobj", "pcomp") for one in links), None)


def _way_out_at(verb: Token) -> Token | None:
    """Return 'way' in 'one way forward would be' and in 'see a way out', wherever the parser hangs it."""
    near = (*children(verb, "dobj"), *children(verb, "advmod", "prt", "prep"))
    found = (one for word in near for one in (word, *children(word, "npadvmod")))
    return next(
        (one for one in (*children(verb, "npadvmod"), *found) if lemma(one) in things("way_out_noun")), None
    )


def said_in_the_corridors(verb: Token) -> Token | None:
    """Return what some 'speak of in the corridors', and what 'has been talked about in the corridors'."""
    if lemma(verb) not in SPEAKING or not in_the_corridors(verb):
        return None
    who = own_subject(verb)
    about = next((one for one in children(verb, "prep") if one.lower_ in {"of", "about"}), None)
    what = first_child(about, "pobj", "pcomp") if about is not None else None
    if is_passive(verb):
        return who if what is None else None
    vague = who is not None and (
        who.lower_ in {"some", "many", "people"} or lemma(who) in things("nobody_noun")
    )
    return what if vague else None


def lies_in(verb: Token) -> Token | None:
    """Return 'a second chamber' in 'perhaps the solution lies in a second chamber'."""
    who = own_subject(verb)
    maybe = bool(modals(verb) & MAYBE) or any(one.lower_ in {"perhaps", "maybe"} for one in verb.children)
    if who is None or lemma(verb) != "lie" or lemma(who) not in things("way_out_noun") or not maybe:
        return None
    link = next((one for one in children(verb, "prep") if one.lower_ == "in"), None)
    return first_child(link, "pobj", "pcomp") if link is not None else None


def thought_given_to(verb: Token) -> Token | None:
    """Return 'a common state' in 'thought could be given to a common state'."""
    who = own_subject(verb)
    given = lemma(verb) == "give" and is_passive(verb) and bool(modals(verb) & MAYBE)
    if who is None or not given or lemma(who) not in {"thought", "consideration"}:
        return None
    link = next((one for one in children(verb, "prep", "dative") if one.lower_ == "to"), None)
    return first_child(link, "pobj", "pcomp") if link is not None else None


def one_of_the_ideas(verb: Token) -> Token | None:
    """Return 'a lease' in 'a lease is one of the ideas in circulation'."""
    one = first_child(verb, "attr")
    who = own_subject(verb)
    if lemma(verb) != "be" or one is None or who is None or one.lower_ not in {"one", "another"}:
        return None
    of = next((link for link in children(one, "prep") if link.lower_ == "of"), None)
    ideas = first_child(of, "pobj") if of is not None else None
    aired = ideas is not None and (is_heard(ideas) or lemma(ideas) in things("option_noun"))
    return who if aired and is_named(ideas) and who.pos_ in {"NOUN", "VERB"} else None


def foreseen(verb: Token) -> Token | None:
    """Return 'a court' in 'one scenario foresees a court'."""
    foresees = lemma(verb) in things("foreseeing_verb") and is_nobodys_idea(own_subject(verb))
    links = (one for one in children(verb, "prep") if one.lower_ == "for")
    places = (first_child(one, "pobj") for one in links)
    return (first_child(verb, "dobj") or next(places, None)) if foresees else None


def is_nobodys_idea(who: Token | None) -> bool:
    """Tell whether 'one formula' or 'an arrangement under study' is meant, and nobody's."""
    if who is None or not is_named(who):
        return False
    known = any(child.lower_ in {"this", "that", "these", "those"} for child in who.children)
    return not known and (is_heard(who) or counted(who))


def among_them(token: Token) -> Token | None:
    """Return 'a force' in 'there were three ideas, among them a force'."""
    them = first_child(token, "pobj") if token.lower_ == "among" else None
    one = token.head
    if them is None or them.lower_ != "them" or one.pos_ not in {"NOUN", "VERB"} or one.i < token.i:
        return None
    ahead = (word for word in token.sent if word.i < token.i and is_idea(word))
    return (
        one if any(is_named(word) and word.tag_ == "NNS" and word.dep_ != "dobj" for word in ahead) else None
    )


def way_forward(verb: Token) -> Token | None:
    """Return 'to wait' in 'one way forward would be to wait', where the parser finds no subject."""
    way = _way_out_at(verb)
    counts = way is not None and counted(way) and way.i < verb.i
    who = own_subject(verb)
    inside = who is None or (way is not None and way.i < who.i < verb.i and way.head.i < who.i)
    free = lemma(verb) == "be" and inside and bool(modals(verb) & MAYBE)
    return first_child(verb, "xcomp", "attr", "ccomp") if counts and free else None


def idea_in_talk(talk: Token) -> Token | None:
    """Return 'partition' in 'talk in the lobbies of partition', 'any thought of partition'."""
    held = (place for link in children(talk, "prep") for place in children(link, "pobj"))
    holders = (talk, *(place for place in held if lemma(place) in things("corridor_noun")))
    links = (
        link for holder in holders for link in children(holder, "prep") if link.lower_ in {"of", "about"}
    )
    talked = lemma(talk) in things("talk_noun") or (is_named(talk) and idea_of(talk) is not None)
    found = next((first_child(link, "pobj", "pcomp") for link in links), None)
    return found if talked and found is not None and not is_somebody(found) else None


def items_of(head: Token, verb: Token) -> tuple[Token, ...]:
    """Return the three in 'three models are on the table: a federation, a confederation and two states'."""
    if head.tag_ != "NNS" or not is_idea(head):
        return ()
    behind = (one for one in children(verb, "xcomp", "appos", "advcl") if one.i > head.i)
    listed = any(word.text == ":" for word in verb.sent if word.i > head.i)
    first = (first_child(head, "appos") or next(behind, None)) if listed else None
    return (first, *first.conjuncts) if first is not None else ()
