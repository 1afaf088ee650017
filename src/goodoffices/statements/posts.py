"""Whose a post is: 'head of the Georgian delegation at the talks with Abkhazia' is Georgia's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Entity
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Entity as GazetteerEntity
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, mentions_among
from goodoffices.statements.own_bodies import own_body
from goodoffices.statements.phrases import is_sent, office_words
from goodoffices.statements.sides import highest
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

Window = Sequence[Token]
LONGEST_GROUP = 6
"""Words behind a state's name among which the word for a group at home there may stand."""
JOINING = frozenset({",", ";", "and", "now", "today", "currently", "/", "|"})
"""What a new description may follow, which a 'former' before it does not reach."""

WITHIN = frozenset({"in", "within", "inside", "on"})
LINKS = frozenset({"to", "for", "as", "name", "behalf", "from"}) | WITHIN
"""Words that lead from a post to its owner, or to where and whom it is for."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a description says of somebody.

    Attributes:
        party: Whose post it is; None where the description names nobody.
        private: Whether somebody speaks for no party, as a professor or a former minister does.
        states: Whether it is a post of a state that is not named: 'the government's negotiator'.
    """

    party: Actor | None = None
    private: bool = False
    states: bool = False


def post_in(
    window: Window,
    attribution: Attribution,
    *,
    serves: bool = False,
    stands: bool = False,
    open_: bool = True,
) -> Post | None:
    """Return what a description says of somebody; None where it gives no post.

    Args:
        window: The words of the description.
        attribution: Resolves its names.
        serves: Whether the words say by themselves whom somebody serves, as those behind 'represents' do.
        stands: Whether 'for' says it, as behind 'sits' and 'negotiates'.
        open_: Whether the words begin with a description; else 'as' or 'for' must lead to it.
    """
    scan = _Scan(serves=serves, stands=stands, describes=open_, ours=open_)
    starts = {mention.start: mention for mention in mentions_among(window, attribution.mentions)}
    for place, token in enumerate(window):
        mention = starts.get(token.i)
        if mention is not None:
            found = _owner(mention, window, scan, attribution)
            if found is not None:
                return Post(found)
        elif token.i not in attribution.mentions:
            body = own_body(token, window, attribution) if scan.ours else None
            if body is not None and (scan.posted or scan.serves):
                return Post(body)
            scan.take(token, window[place + 1 :], attribution)
    body = _body_with_office(window, attribution) if scan.posted and not scan.private else None
    if body is not None:
        return Post(body)
    if scan.private:
        return Post(private=True)
    return Post(states=True) if scan.organ else None


def _body_with_office(window: Window, attribution: Attribution) -> Actor | None:
    """Return the body that has an office which is named without it: 'the Deputy Special Envoy for Chad'."""
    offices = (office_words(token) for token in window if _is_post_or_stands(token))
    bodies = (attribution.roll.body_with(office) for office in offices)
    body = next((one for one in bodies if one is not None), None)
    return None if body is None else Actor(body.name, body.id, body.name)


@dataclass(slots=True)
class _Scan:
    """Whether a name that follows can own the post; it changes while a description is read word by word.

    Attributes:
        serves: Whether a verb or 'on behalf of' says that whoever is named is served.
        stands: Whether a verb was read whose 'for' says who is served: 'negotiates'.
        describes: Whether the words describe somebody; else they tell what he or she does.
        ours: Whether what follows belongs to the post, as behind 'of', and not behind 'with'.
        posted: Whether an office, an organ or a team has been named.
        private: Whether the last of them is one that nobody sends: 'professor', 'former envoy'.
        organ: Whether an office or organ of a state was named, without its owner.
        noun: The noun read last, in its dictionary form.
    """

    serves: bool = False
    stands: bool = False
    describes: bool = True
    ours: bool = True
    posted: bool = False
    private: bool = False
    organ: bool = False
    noun: str = ""

    def take(self, token: Token, behind: Window, attribution: Attribution) -> None:
        """Read one word that is no name."""
        noun = lemma(token)
        if token.lower_ in LINKS | talk("aiming_word"):
            self._take_link(token.lower_, behind, attribution)
            named = next(iter(mentions_among(behind[:3], attribution.mentions)), None)
            if (
                token.lower_ == "for"
                and is_sent(token.head)
                and named
                and named.entities[0].kind is Kind.STATE
            ):
                self.ours = self.serves = False
        elif token.lower_ in JOINING:
            self._begin_anew(behind)
        elif token.lower_ in words("former") | talk("over_word"):
            self.private, self.ours = True, False
        elif noun in talk("serving_verb") and token.pos_ == "VERB":
            self.serves, self.ours, self.private = True, True, False
        elif noun in talk("standing_verb") and token.pos_ == "VERB" and token.tag_ != "VBG":
            self.stands, self.ours = True, False
        elif token.pos_ in {"NOUN", "PROPN", "ADJ"} or noun in words("organ_noun"):
            self._take_noun(token, noun)
        if token.pos_ in {"NOUN", "PROPN", "VERB"}:
            self.noun = noun

    def _take_link(self, low: str, behind: Window, attribution: Attribution) -> None:
        """Read a word that leads from a post to its owner, or to somebody else."""
        if low == "to":
            self.ours = self.noun in talk("aide_noun")
        elif low == "for":
            self.ours = self._is_for(behind, attribution)
        elif low in {"as", "name", "behalf"}:
            self.ours, self.private = True, False
            self.serves = self.serves or low != "as"
        elif low == "from":
            self.ours = self.ours and self.posted
        elif low in WITHIN:
            self.ours = (self.ours or self.serves or self.stands) and _names_a_group(behind)
        else:
            self.ours = False

    def _take_noun(self, token: Token, noun: str) -> None:
        if self.ours and not self.posted and noun in talk("private_role") | talk("writer_noun"):
            self.private, self.ours = True, False
        if is_post(token) or noun in talk("standing_noun") | talk("aide_noun"):
            self.posted = True
        if self.ours and not self.private and noun in talk("state_organ"):
            self.organ = True

    def _begin_anew(self, behind: Window) -> None:
        """Read a new description where one follows: 'minister of labour and member of the team'."""
        near = [token for token in behind[:LONGEST_GROUP] if token.text != ","]
        if self.describes and any(
            _is_post_or_stands(token) or lemma(token) in talk("serving_verb") for token in near
        ):
            self.ours, self.private = True, False

    def _is_for(self, behind: Window, attribution: Attribution) -> bool:
        """Tell whether 'for' names who is served: not in 'envoy for Yemen'."""
        if self.serves or self.stands or self.noun in talk("speaking_noun"):
            self.serves = bool(mentions_among(behind[:LONGEST_GROUP], attribution.mentions))
            return True
        named = next(iter(mentions_among(behind[:3], attribution.mentions)), None)
        state = named is not None and named.entities[0].kind is Kind.STATE
        organ = _names_a_group(behind)
        self.private = self.private and not organ
        return organ or (named is not None and not state)


def is_post(token: Token) -> bool:
    """Tell whether a word names an office, an organ or a team."""
    return lemma(token) in words("organ_noun") | talk("post_noun")


def _names_a_group(behind: Window) -> bool:
    """Tell whether words begin with an organ or a group before any preposition: 'the PLO delegation'."""
    for token in behind[:LONGEST_GROUP]:
        if (token.pos_ in {"ADP", "VERB", "AUX"} and token.tag_ != "VBG") or token.text in {",", ";", "."}:
            return False
        if (is_post(token) or lemma(token) in talk("group_word")) and token.pos_ in {"NOUN", "PROPN"}:
            return True
    return False


def _owner(mention: Mention, window: Window, scan: _Scan, attribution: Attribution) -> Actor | None:
    """Return the party of a name in a description, where the post can be that party's."""
    named = _by_title(mention, window, attribution)
    parties = {attribution.gazetteer.party_of(one).id: one for one in named}
    if len(parties) != 1 or not scan.ours or scan.private or _is_of_talks(mention, window):
        return None
    entity = attribution.gazetteer.party_of(named[0])
    if entity.kind is Kind.PERSON:
        return None
    if entity.kind is Kind.STATE:
        behind = [token for token in window if token.i >= mention.end]
        leads = any(_is_post_or_stands(token) or lemma(token) in words("title") for token in behind)
        if not (scan.posted or scan.serves or leads) or _within_movement(behind) or _is_not_of_state(behind):
            return None
        if behind and lemma(behind[0]) in {"man", "woman"}:
            return None  # 'a Ugandan man' is from there
    elif window[-1].i >= mention.end and lemma(window[0].doc[mention.end]) in talk("private_role"):
        return None  # 'NATO critic Lang'
    return Actor(entity.name, entity.id, entity.name)


def _by_title(mention: Mention, window: Window, attribution: Attribution) -> tuple[GazetteerEntity, ...]:
    """Return of several offices of one person the one with the title before the name: 'President Keita'."""
    ahead = [token for token in window if token.i == mention.start - 1]
    kind = attribution.gazetteer.office_kind(lemma(ahead[0])) if ahead else None
    found = tuple(one for one in mention.entities if kind is not None and one.office == kind)
    return found or highest(mention.entities)


def _is_not_of_state(behind: Window) -> bool:
    """Tell whether somebody comes from a state and does not act for it: 'Chadian opposition leader'."""
    for token in behind:
        if token.pos_ in {"ADP", "VERB", "AUX", "SCONJ"} or token.text in {",", "("}:
            return False
        if lemma(token) in (words("not_state_noun") - {"deputy"}) | talk("private_role") | talk(
            "private_noun"
        ):
            return True
    return False


def _is_post_or_stands(token: Token) -> bool:
    return is_post(token) or lemma(token) in talk("standing_noun") | talk("aide_noun")


def _is_of_talks(mention: Mention, window: Window) -> bool:
    """Tell whether a name only says which talks are meant, or where: 'the Geneva talks', 'Beirut-based'."""
    behind = [token for token in window if token.i >= mention.end]
    if not behind:
        return False
    first = behind[0]
    placed = lemma(first) in talk("talks_noun") | talk("branch_noun") and not mention.demonym
    return first.text == "-" or placed


def _within_movement(behind: Window) -> bool:
    """Tell whether a state only says where a group is at home: 'Sudan's Justice and Equality Movement'."""
    owned = [token for token in behind if token.tag_ != "POS"]
    if not owned or (owned[0].tag_ not in {"NNP", "NNPS"} and _entity(owned[0]) is None):
        return False
    group = _entity(owned[0])
    named = [token.lower_ for token in (group if group is not None else owned[:LONGEST_GROUP])]
    return not talk("group_word").isdisjoint(named)


def _entity(token: Token) -> Entity | None:
    return next(
        (ent for ent in token.doc.ents if ent.label_ == "ORG" and ent.start <= token.i < ent.end), None
    )
