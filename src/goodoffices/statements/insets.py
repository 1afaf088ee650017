"""Where speech is inserted into what is said, or trails it: '…, the envoy, Ana Sol, told reporters, …'."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import FINITE, lemma

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP", "PART"})
HELPING = frozenset({"has", "had", "have", "’s", "’ve", "later", "also", "then", "now"})
BREAKS = frozenset({",", ";", ".", ":", "—", "–", "--", "-"})
SUPPOSING = frozenset(
    {
        "when",
        "while",
        "as",
        "after",
        "before",
        "if",
        "although",
        "though",
        "because",
        "since",
        "once",
        "until",
    }
)
KNOWN = ("it", "be", "known")
LONGEST = 20
"""Words on either side of a verb that may name who speaks and whom it is told."""


@dataclass(frozen=True, slots=True)
class Inset:
    """Speech between or behind the words of what is said.

    Attributes:
        verb: The verb of speech.
        speaker: Head of the phrase for who speaks.
        words: The words of the insertion.
        before: The words of the sentence before it.
        behind: Those behind it.
    """

    verb: Token
    speaker: Token
    words: Tokens
    before: Tokens
    behind: Tokens


def inset_of(verb: Token) -> Inset | None:
    """Return the speech that a verb inserts between commas, or None where it opens or leads a clause."""
    phrase = _phrase_before(verb)
    end = _end_of(verb) if phrase else None
    start = phrase[0].i if phrase else verb.i
    if not phrase:
        phrase = _phrase_behind(verb)
        end = phrase[-1].i + 1 if phrase else None
    if end is None:
        return None
    doc, (first, last) = verb.doc, _part_of(verb)
    before, behind = tuple(doc[first : max(first, start - 1)]), tuple(doc[end:last])
    speaker = _head_of(phrase)
    contact = verb.dep_ == "relcl" and any(verb.head.i == token.i for token in phrase)
    inverted = phrase[0].i > verb.i
    if inverted and not any(_is_told(token) for token in before) and not _goes_right_on(behind):
        return None
    told = tuple(doc[start:end])
    if (
        speaker is None
        or contact
        or not before
        or not _may_be_said(before, behind)
        or any(one.is_quote for one in told)
    ):
        return None
    return Inset(verb, speaker, told, before, behind)


def _part_of(verb: Token) -> tuple[int, int]:
    """Return where the part of the sentence between two semicolons or colons starts and ends."""
    doc, sentence = verb.doc, verb.sent
    ends = [token.i for token in sentence if token.text in {";", ":"}]
    first = max((place + 1 for place in ends if place < verb.i), default=sentence.start)
    last = min((place for place in ends if place > verb.i), default=sentence.end)
    return first, min(last, len(doc))


def _phrase_before(verb: Token) -> list[Token]:
    """Return the words for who speaks, from behind a comma to the verb, an apposition included."""
    closed = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    found = _run(verb.i - 1 - closed, verb)
    if not found or found[0].pos_ == "ADP":
        return []
    comma = verb.doc[found[0].i - 1] if found[0].i > verb.sent.start else None
    if comma is None or comma.text not in {",", "—", "–", "--"}:
        return []
    wider = _run(comma.i - 1, verb) if comma.text == "," else []
    joined = wider and wider[0].i > verb.sent.start and wider[0].nbor(-1).text == ","
    if joined and wider[0].pos_ != "ADP" and _names_one_person(wider, found):
        return [*wider, comma, *found]
    return [] if closed else found


def _phrase_behind(verb: Token) -> list[Token]:
    """Return the words for who speaks behind a verb that stands between commas: ', said its chairman, …'."""
    doc, end = verb.doc, min(verb.sent.end, verb.i + LONGEST)
    behind_comma = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    if verb.tag_ not in FINITE or not behind_comma or lemma(verb) in words("addressing_verb"):
        return []
    parts: list[list[Token]] = [[]]
    for token in doc[verb.i + 1 : end]:
        if token.text == ",":
            parts.append([])
        elif token.text in BREAKS or token.is_quote:
            closed = token.text == "." or (token.is_quote and token.nbor(-1).text == ",")
            return _closed(parts) if closed else []
        elif _is_nominal(token):
            parts[-1].append(token)
        else:
            return [] if len(parts) == 1 else _closed(parts[:-1])
    return _closed(parts)


def _closed(parts: list[list[Token]]) -> list[Token]:
    """Return the first of some phrases between commas, with the second where both name one person."""
    if not parts[0] or parts[0][0].pos_ == "ADP":
        return []
    both = len(parts) > 1 and bool(parts[1]) and _names_one_person(parts[0], parts[1])
    return [*parts[0], parts[0][-1].nbor(1), *parts[1]] if both else parts[0]


def _is_nominal(token: Token) -> bool:
    return (token.pos_ in NOMINAL or token.tag_ == "VBN") and token.tag_[:1] != "W"


def _run(last: int, verb: Token) -> list[Token]:
    """Return the words of a noun phrase that ends at an index, without the helpers of the verb behind it."""
    first = max(verb.sent.start, verb.i - LONGEST)
    found: list[Token] = []
    for token in reversed(verb.doc[first : last + 1]):
        helps = not found and token.lower_ in HELPING
        hyphen = bool(found) and ((token.text == "-" and not token.whitespace_) or found[0].text == "-")
        if helps:
            continue
        if not (_is_nominal(token) or hyphen):
            break
        found.insert(0, token)
    return found


def _names_one_person(first: list[Token], second: list[Token]) -> bool:
    """Tell whether of two phrases side by side one is an office and the other a name."""
    names = [all(token.pos_ == "PROPN" for token in phrase) for phrase in (first, second)]
    offices = [
        any(lemma(token) in words("organ_noun") | words("person_noun") for token in phrase)
        for phrase in (first, second)
    ]
    return (names[1] and offices[0]) or (names[0] and offices[1])


def _head_of(phrase: list[Token]) -> Token | None:
    """Return the head of a noun phrase by the order of its words: the last noun before an 'of'."""
    head: Token | None = None
    for place, token in enumerate(phrase):
        owner = place + 1 < len(phrase) and phrase[place + 1].tag_ == "POS"
        if head is not None and (token.pos_ == "ADP" or token.text == ","):
            break
        if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and not owner:
            head = token
    return head if head is not None and head.tag_ != "PRP$" else None


def _end_of(verb: Token) -> int | None:
    """Return where speech ends behind its verb; None where the verb leads to something of its own."""
    doc, end = verb.doc, verb.sent.end
    addressed = lemma(verb) in words("addressing_verb")
    first = verb.i + 1
    if doc[first : first + len(KNOWN)].text.lower() == " ".join(KNOWN):
        first += len(KNOWN)
    for token in doc[first:end]:
        if token.text in BREAKS:
            return token.i
        leads = token.tag_ in {*FINITE, "TO", "VBG"} or token.lower_ in {
            "that",
            "whether",
            "how",
            "what",
            "why",
        }
        direct = token.i == first and token.pos_ not in {"ADP", "ADV"} and token.ent_type_ != "DATE"
        if leads or token.is_quote or (direct and not addressed) or token.i - verb.i > LONGEST:
            return None
    return end


def _may_be_said(before: Tokens, behind: Tokens) -> bool:
    """Tell whether the words around speech form a clause that may be said."""
    open_quote = sum(token.is_quote for token in before) % 2 == 1
    if open_quote or before[-1].is_quote or before[-1].text in BREAKS or _starts_anew(behind):
        return False
    if any(_is_told(token) for token in before) and before[0].lower_ not in SUPPOSING:
        return True
    goes_on = [token for token in behind if token.is_alpha]
    return any(token.tag_ in FINITE for token in goes_on) and goes_on[0].dep_ != "cc"


def _goes_right_on(behind: Tokens) -> bool:
    """Tell whether a finite verb stands right behind inserted speech: ', said Mali, “is …”'."""
    first = next((token for token in behind if token.is_alpha), None)
    return first is not None and first.tag_ in FINITE


def _is_told(token: Token) -> bool:
    """Tell whether a finite verb may be that of what is said, and not that of a relative clause."""
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    return token.tag_ in FINITE and verb.dep_ != "relcl"


def _starts_anew(behind: Tokens) -> bool:
    """Tell whether a quotation that is a sentence of its own opens behind inserted speech."""
    quoted = [place for place, token in enumerate(behind[:3]) if token.is_quote]
    return bool(quoted) and behind[quoted[0] + 1 :][:1] != () and behind[quoted[0] + 1].text[:1].isupper()
