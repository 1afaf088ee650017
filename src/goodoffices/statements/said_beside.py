"""What is said beside a name or a pronoun of somebody's post: 'X, head of …', 'X leads …', 'envoy X'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Entity

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import YEAR
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.posts import Post, is_post, post_in
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

LONGEST = 40
"""Words of the longest description that is looked at."""
_ENDS = frozenset({";", ":", "—", "–", "|", "“", '"', "”"})
_SETTING_OFF = frozenset({",", "(", "[", "|", "/", "—", "–", "-"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_BOUNDS = frozenset({",", ";", ":", "—", "–", "(", "“", '"', "|", "/"})
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
Window = Sequence[Token]


def beside(name: Entity, attribution: Attribution) -> Iterator[Post]:
    """Yield what is said of somebody behind and before the name."""
    before = _before(name)
    owner = _owner_of_name(name, attribution)
    found = (
        said_behind(name.doc, name.end, attribution),
        post_in(before, attribution) if before else None,
        Post(owner) if owner is not None else None,
        _appointed(name, attribution),
    )
    yield from (post for post in found if post is not None)


def _owner_of_name(name: Entity, attribution: Attribution) -> Actor | None:
    """Return the party whose somebody is: 'the Front's Pablo Diaz'."""
    at = name.start - 1
    if at < 1 or name.doc[at].tag_ != "POS":
        return None
    mention = attribution.mentions.get(at - 1)
    entity = mention.entities[0] if mention is not None and len(mention.entities) == 1 else None
    if entity is None or entity.id not in attribution.gazetteer.parties:
        return None
    return Actor(entity.name, entity.id, entity.name)


def _appointed(name: Entity, attribution: Attribution) -> Post | None:
    """Return who has put somebody in office: 'the governor appointed by the Front, Mr Pablo Diaz'."""
    doc, end = name.doc, name.start
    while end > 0 and (doc[end - 1].text == "," or _is_title(doc[end - 1])):
        end -= 1
    mention = attribution.mentions.get(end - 1)
    if mention is None or mention.demonym or len(mention.entities) != 1:
        return None
    by = mention.start - 1 - (doc[max(0, mention.start - 1)].lower_ == "the")
    if by < 1 or doc[by].lower_ != "by" or lemma(doc[by - 1]) not in talk("appointing_verb"):
        return None
    party = attribution.gazetteer.party_of(mention.entities[0])
    return (
        Post(Actor(party.name, party.id, party.name))
        if any(one.tag_ == "NN" for one in doc[max(0, by - 5) : by - 1])
        else None
    )


def _is_title(token: Token) -> bool:
    return token.lower_.strip(".") in words("title") | talk("short_title")


def _before(name: Entity) -> Window:
    """Return the office that stands before a name: 'the SADC envoy to Lesotho, Thabo Moeti'."""
    doc, first = name.doc, name.root.sent.start
    end = name.start - (name.start > first and doc[name.start - 1].text == ",")
    start = end
    while start > max(first, end - LONGEST) and not parts(doc[start - 1]):
        start -= 1
    while end - 1 > start and _is_title(doc[end - 1]):
        end -= 1
    window = list(doc[start:end])
    posts = [at for at, token in enumerate(window) if is_role(token)]
    if not posts or window[-1].pos_ == "ADP" or len(window) == 1:
        return ()
    aimed = [at for at, token in enumerate(window[: posts[0]]) if token.pos_ == "ADP"]
    return window[aimed[-1] + 1 if aimed else 0 :]


def parts(token: Token) -> bool:
    """Tell whether a word or mark ends a noun phrase that is read backwards."""
    return token.text in _BOUNDS or token.pos_ in {"VERB", "AUX", "SCONJ"}


def is_role(token: Token) -> bool:
    """Tell whether a word says what somebody is: an office, an organ, a calling."""
    roles = talk("standing_noun") | talk("aide_noun") | talk("private_role") | talk("writer_noun")
    return is_post(token) or lemma(token) in roles


def said_behind(doc: Doc, start: int, attribution: Attribution) -> Post | None:
    """Return what is said of somebody behind the name or the pronoun that ends before a word."""
    bracketed = _in_brackets(doc[start : start + 2], attribution)
    if bracketed is not None:
        return bracketed
    while start < len(doc) and (doc[start].text in "()[]" or _is_bracketed(doc[start])):
        if doc[start].text in "([" and not _is_bracketed(doc[min(start + 1, len(doc) - 1)]):
            break
        start += 1
    rest = to_the_end(doc, start)
    while len(rest) > 1 and rest[0].tag_ == "RB" and rest[1].pos_ in {"VERB", "AUX", "ADV"}:
        rest = rest[1:]  # 'now leads'
    if not rest:
        return None
    first = rest[0]
    if first.text in _SETTING_OFF:
        return _apposed(rest[1:], attribution)
    if first.lower_ in {"of", "for", "from"}:
        return post_in(clause(rest[1:]), attribution) if len(rest) > 1 else None
    if first.pos_ not in {"VERB", "AUX"} and lemma(first) not in talk("serving_verb"):
        return None
    return done(rest, attribution)


def _in_brackets(rest: Entity, attribution: Attribution) -> Post | None:
    """Return the movement or organisation with which brackets behind a name open: '(UNITA, Lisbon)'."""
    mention = attribution.mentions.get(rest[1].i) if len(rest) > 1 and rest[0].text == "(" else None
    if mention is None or len(mention.entities) != 1 or mention.start != rest[1].i:
        return None
    party = mention.entities[0]
    closes = rest[0].doc[mention.end : mention.end + 1].text in {")", ","}
    fits = party.kind not in {Kind.STATE, Kind.PERSON} and closes
    return Post(Actor(party.name, party.id, party.name)) if fits else None


def _apposed(rest: Window, attribution: Attribution) -> Post | None:
    """Return what an apposition says, or a clause with 'who', or else the verb behind either.

    'Lund, 44, who leads the team of …', 'Lund, an economist, sits in the team of …'.
    """
    while rest and (rest[0].like_num or rest[0].text == ","):
        rest = rest[1:]
    if rest and rest[0].pos_ in {"VERB", "AUX"}:
        return done(rest, attribution)
    relative = bool(rest) and rest[0].lower_ == "who"
    comma = next((at for at, token in enumerate(rest) if at and token.text == ","), len(rest))
    if relative:
        post = done(rest[1:comma], attribution)
    else:
        post = post_in(clause(rest), attribution) if any(map(is_role, rest)) else None
    behind = rest[comma + 1 :]
    if (post is None or post.party is None) and behind and behind[0].tag_ in FINITE:
        return done(behind, attribution) or post
    return post


def done(rest: Window, attribution: Attribution) -> Post | None:
    """Return what the deeds of somebody say: 'leads …', 'has sat there for …', 'came as …'."""
    verb = next((token for token in rest if token.pos_ in {"VERB", "AUX"} and not _helps(token)), None)
    verb = verb or rest[0] if rest else None
    if verb is None or _is_past(rest):
        return None
    behind = [token for token in rest if token.i > verb.i]
    name = lemma(verb)
    if name in talk("serving_verb"):
        return post_in(behind, attribution, serves=True)
    if name == "belong":
        return post_in(behind[1:], attribution)
    if name in talk("copula_verb"):
        return post_in(behind, attribution, stands=True)
    return post_in(behind, attribution, stands=name in talk("standing_verb"), open_=False)


def _helps(verb: Token) -> bool:
    return verb.dep_ in {"aux", "auxpass"} or verb.tag_ == "MD"


def _is_past(rest: Window) -> bool:
    """Tell whether something is told of a time that is over: 'was envoy until 1999', 'once fought for'."""
    near = {token.lower_ for token in rest[:LONGEST]}
    over = not near.isdisjoint(talk("over_word"))
    return over or (rest[0].tag_ == "VBD" and any(YEAR.fullmatch(token.text) for token in rest))


def clause(rest: Window) -> Window:
    """Return the words of an apposition, up to the verb of the clause in which it stands."""
    found: list[Token] = []
    relative = False
    for token in rest:
        relative |= token.lower_ in _RELATIVE
        finite = token.tag_ in FINITE
        if finite and not relative:
            break
        relative = relative and token.text != ","
        found.append(token)
    return found


def to_the_end(doc: Doc, start: int) -> list[Token]:
    """Return the words up to the end of the sentence, or a semicolon, colon, dash or quotation mark."""
    found: list[Token] = []
    for token in doc[start : start + LONGEST]:
        if found and (token.text in _ENDS or token.is_sent_start):
            break
        found.append(token)
    return found


def _is_bracketed(token: Token) -> bool:
    behind = token.doc[token.i + 1 : token.i + 2].text
    return token.i > 0 and token.nbor(-1).text in {"[", "("} and behind in {"]", ")"}
