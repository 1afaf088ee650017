"""Which nouns name an option, and by which words an idea is said to be nobody's."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.relation_frames import things
from goodoffices.statements.syntax import agent, children, first_child, lemma, modals

ONE_OF = frozenset(
    {"another", "one", "other", "second", "third", "fourth", "further", "last", "possible", "final"}
)
MAYBE = frozenset({"would", "could", "might", "may"})
ON_THE_TABLE = frozenset(
    {
        ("under", "discussion"),
        ("under", "consideration"),
        ("under", "study"),
        ("under", "review"),
        ("under", "examination"),
        ("on", "table"),
    }
)
IN_THE_AIR = frozenset({("in", "air"), ("in", "circulation"), ("in", "corridors"), ("in", "lobbies")})


def is_named(noun: Token | None) -> bool:
    """Tell whether nobody's ideas are meant: 'among the ideas', not 'among Kenya's ideas'."""
    return noun is not None and is_idea(noun) and first_child(noun, "poss") is None and not agent_of(noun)


def is_idea(noun: Token) -> bool:
    """Tell whether a noun names an idea or an option."""
    return lemma(noun) in things("option_noun") | things("idea_noun")


def is_option(noun: Token | None, verb: Token) -> bool:
    """Tell whether a noun calls something an option of nobody in particular."""
    if noun is None or first_child(noun, "poss") is not None or agent_of(noun):
        return False
    name = lemma(noun)
    if name in things("option_noun"):
        return True
    if name in things("idea_noun") and (counted(noun) or is_heard(noun)):
        return True
    return name in things("way_out_noun") and bool(modals(verb) & MAYBE)


def counted(noun: Token) -> bool:
    """Tell whether a noun is one of several: 'one idea', 'another formula'."""
    return bool({word.lower_ for word in children(noun, "det", "nummod", "amod")} & ONE_OF)


def is_heard(noun: Token) -> bool:
    """Tell whether an idea is said to go round: 'an idea now discussed', 'a plan under study'."""
    told = any(lemma(word) in things("airing_verb") for word in children(noun, "acl", "relcl", "amod"))
    return told or bool(places(noun) & (ON_THE_TABLE | IN_THE_AIR))


def agent_of(noun: Token) -> bool:
    """Tell whether an idea is somebody's: 'a proposal by Kenya', 'an idea put forward by Kenya'."""
    by = (first_child(one, "pobj") for one in children(noun, "prep") if one.lower_ in {"by", "from"})
    doers = (agent(verb) for verb in children(noun, "acl", "relcl"))
    holders = (first_child(one, "pobj") for one in children(noun, "prep") if one.lower_ == "of")
    if any(who is not None and is_somebody(who) for who in holders):
        return True
    return any(who is not None and lemma(who) not in things("nobody_noun") for who in (*by, *doers))


def is_somebody(noun: Token) -> bool:
    """Tell whether a noun is a person or a pronoun, who has ideas and is none."""
    return noun.pos_ == "PRON" or noun.ent_type_ in {"PERSON", "NORP"} or lemma(noun) in things("envoy_noun")


def places(word: Token) -> frozenset[tuple[str, str]]:
    """Return the prepositions behind a word, each with its noun."""
    return frozenset(
        (one.lower_, place.lower_) for one in children(word, "prep") for place in children(one, "pobj")
    )


def is_on_the_table(verb: Token) -> bool:
    """Tell whether something is said to be under discussion."""
    return lemma(verb) == "be" and bool(places(verb) & ON_THE_TABLE)


def is_aired(verb: Token) -> bool:
    """Tell whether something is said to go round: 'is doing the rounds', 'is in the air'."""
    rounds = first_child(verb, "dobj")
    circling = lemma(verb) in {"do", "make"} and rounds is not None and rounds.lower_ in {"round", "rounds"}
    around = lemma(verb) == "go" and any(word.lower_ in {"round", "around"} for word in verb.children)
    in_the_air = lemma(verb) in {"be", "hang"} and bool(places(verb) & IN_THE_AIR)
    return circling or around or in_the_air or lemma(verb) == "circulate"


def idea_of(noun: Token) -> Token | None:
    """Return 'a buffer zone' in 'the idea of a buffer zone'."""
    of = next((one for one in children(noun, "prep") if one.lower_ == "of"), None)
    what = first_child(of, "pobj", "pcomp") if of is not None and is_idea(noun) else None
    return what if what is not None and not is_somebody(what) else None


def in_the_corridors(verb: Token) -> bool:
    """Tell whether something is said where nobody is quoted: 'in the corridors', 'in the lobbies'."""
    found = (word for word in verb.subtree if lemma(word) in things("corridor_noun"))
    return any(word.dep_ == "pobj" and word.head.lower_ in {"in", "around", "round"} for word in found)
