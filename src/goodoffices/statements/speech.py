"""The rules that find who says or does what in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import (
    anaphor_in,
    antecedent,
    came_after,
    condition,
    content_head,
    escapes,
    extent,
    reasons,
    target_head,
)
from goodoffices.statements.coreference import SPEAKER
from goodoffices.statements.lexicon import words
from goodoffices.statements.predicates import (
    ATTITUDES,
    IsSpeaker,
    Verdict,
    clause_of,
    cue_of,
    interrupted,
    is_asserted,
    read_clause,
    read_description,
    read_performed,
    set_off_clauses,
)
from goodoffices.statements.quotes import quoted_marks, speech_verbs_near, stands_between, verdict_of_quote
from goodoffices.statements.relations import party_in
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner, Modality
from goodoffices.statements.syntax import (
    CLAUSES,
    agent,
    children,
    depth,
    first_child,
    is_negated,
    is_passive,
    lemma,
    misread_subject,
    subject,
    subject_tokens,
    subtree,
)

NEAR = 4
"""Words that may stand between two words of one cue."""


@dataclass(slots=True)
class Finder:
    """Finds the statements of one passage, from top to bottom.

    Attributes:
        attribution: Resolves the passage's noun phrases.
        taken: Tokens that belong to a statement found already, and whose words are its speaker's.
        voices: For each token inside somebody's content, whose words it is.
    """

    attribution: Attribution
    taken: set[int] = field(default_factory=set)
    voices: dict[int, Actor] = field(default_factory=dict)

    def sentence(self, sentence: SentenceSpan, quotes: tuple[Tokens, ...]) -> Iterator[Sighting]:
        """Yield the statements of a sentence, outer ones before those that they leave to others.

        Args:
            sentence: The sentence.
            quotes: The quotations that end in it.
        """
        for quote in quotes:
            yield from self._quoted(quote)
        for preposition in (token for token in sentence if token.lower_ == "according"):
            yield from self._according(preposition)
        for verb in sorted(sentence, key=lambda token: (depth(token), token.i)):
            if verb.i in self.taken or verb.pos_ not in {"VERB", "AUX"} or not is_asserted(verb):
                continue
            found = cue_of(verb)
            if found is not None:
                yield from self._by_cue(verb, *found)
            else:
                yield from self._by_description(verb)

    def _by_cue(self, verb: Token, cue: Cue, cue_tokens: Tokens) -> Iterator[Sighting]:
        who, actors = self._doers(verb)
        if who is None or not actors:
            return
        clause = clause_of(verb)
        if cue.neutral:
            yield from self._spoken(verb, cue_tokens, clause, actors)
            return
        verdict = read_performed(verb, cue)
        if cue.act is Act.WARN and clause is not None:
            said = read_clause(clause, self._is_speaker(actors[0]))
            verdict = said if said.act in {Act.REJECT, Act.THREATEN} else verdict
        head = content_head(verb)
        if cue.act is Act.SUPPORT and head is not None and party_in(head, self.attribution, actors[0]):
            return
        aimless = head is None and antecedent(verb) is None and cue.frame == "object"
        if aimless and cue.act not in {Act.CONSULT, Act.AGREE}:
            return
        yield from self._sight(verb, (*verdict.tokens, *cue_tokens), verdict, head, actors, "performative")

    def _spoken(
        self, verb: Token, cue_tokens: Tokens, clause: Token | None, actors: tuple[Actor, ...]
    ) -> Iterator[Sighting]:
        """Yield what is said by a verb that only reports speech."""
        thing = first_child(verb, "dobj", "oprd")
        if clause is not None:
            verdict = read_clause(clause, self._is_speaker(actors[0]))
            yield from self._sight(verb, (*cue_tokens, *verdict.tokens), verdict, clause, actors, "speech")
        elif thing is not None and (act := ATTITUDES.get(lemma(thing))):
            about = next(iter(children(thing, "prep", "acl")), None)
            head = None if about is None else first_child(about, "pobj", "pcomp") or about
            yield from self._sight(
                verb, (*cue_tokens, thing), Verdict(act, (thing,)), head, actors, "attitude"
            )
        elif thing is not None and lemma(verb) in words("mentioning_verb") and not is_negated(verb):
            verdict = read_description(verb) or Verdict(Act.CLAIM, ())
            yield from self._sight(verb, cue_tokens, verdict, thing, actors, "mention")

    def _by_description(self, verb: Token) -> Iterator[Sighting]:
        verdict = read_description(verb)
        who, actors = self._doers(verb)
        if verdict is None or who is None or not actors or (verdict.content and verdict.content.i == who.i):
            return
        head = verdict.content or verb
        yield from self._sight(verb, (verb, *verdict.tokens), verdict, head, actors, "description")

    def _according(self, preposition: Token) -> Iterator[Sighting]:
        to = first_child(preposition, "prep")
        source = first_child(to or preposition, "pobj")
        head = preposition.head
        while head.dep_ in {"ccomp", "xcomp", "advcl", "conj", "prep", "pobj"} and head.head.i != head.i:
            head = head.head
        if source is None or head.i in self.taken or head.pos_ not in {"VERB", "AUX"}:
            return
        actors = self.attribution.actors(source)
        if actors:
            verdict = read_clause(head, self._is_speaker(actors[0]))
            cue = (preposition, *((to,) if to else ()))
            content = extent(head, (preposition.i,))
            yield self._finish(
                Sighting(
                    actor=actors[0],
                    act=verdict.act,
                    manner=_manner(content),
                    verb=head,
                    whole=tuple(head.subtree),
                    cue=cue,
                    content=content,
                    own_words=content,
                    modality=verdict.modality,
                    rule="according to",
                )
            )

    def _quoted(self, quote: Tokens) -> Iterator[Sighting]:
        """Yield what is said word for word, where the sentence names who says it."""
        for verb in speech_verbs_near(quote):
            _, actors = self._doers(verb)
            found = cue_of(verb)
            if not actors or found is None:
                continue
            cue, cue_tokens = found
            verdict = verdict_of_quote(quote, self._is_speaker(actors[0]))
            act = verdict.act if cue.neutral else cue.act
            outside = [token for token in verb.sent if stands_between(token, verb, quote)]
            whole = tuple(sorted({*outside, *quote, verb, *subject_tokens(verb)}, key=lambda token: token.i))
            yield self._finish(
                Sighting(
                    actor=actors[0],
                    act=act,
                    manner=Manner.DIRECT,
                    verb=verb,
                    whole=whole,
                    cue=cue_tokens,
                    content=quote,
                    own_words=quote,
                    modality=verdict.modality,
                    rule="quotation",
                )
            )
            self.taken.add(verb.i)
            return

    def _sight(
        self,
        verb: Token,
        cue: Tokens,
        verdict: Verdict,
        head: Token | None,
        actors: tuple[Actor, ...],
        rule: str,
    ) -> Iterator[Sighting]:
        leaves = escapes(head) if head is not None else ()
        without = {leaf.i for leaf in leaves}
        said = head is not None and head.dep_ in CLAUSES
        own_words = tuple(subtree(head, without)) if head is not None and said else ()
        about = verdict.content if verdict.content is not None else head
        content = () if about is None else extent(about, without)
        broken = interrupted(verb)
        if head is not None and broken is not None and broken.i == head.i:
            own_words = content = tuple(subtree(head, {verb.i}))
            said = True
        if rule == "mention":
            own_words = content
        whole_head = antecedent(verb) or verb
        given = reasons(verb, verdict.act)
        limits = condition(head or verb)
        base = extent(whole_head, {*without, *set_off_clauses(verb)} if whole_head is verb else ())
        target = target_head(verb, verdict.act)
        parts = {*base, *cue, *content, *limits, *(token for reason in given for token in reason)}
        modality = Modality.CONDITIONAL if limits else verdict.modality
        anaphor = antecedent(verb) or anaphor_in(about)
        for actor in actors:
            yield self._finish(
                Sighting(
                    actor=actor,
                    act=verdict.act,
                    manner=_manner(own_words or content, said=said),
                    verb=verb,
                    whole=tuple(sorted(parts, key=lambda token: token.i)),
                    cue=_side_by_side(cue),
                    content=content,
                    target=self.attribution.actor(target) if target is not None else None,
                    negated=verdict.negated,
                    modality=modality,
                    condition=limits,
                    reasons=given,
                    anaphor=anaphor,
                    after=came_after(leaves, about),
                    own_words=own_words,
                    rule=rule,
                )
            )

    def _finish(self, sighting: Sighting) -> Sighting:
        """Remember whose words are whose, so that nobody's words are read as the report's own."""
        said = {token.i for token in sighting.own_words}
        for reason in sighting.reasons:
            said |= {token.i for token in reason}
        self.taken |= said
        for index in said:
            self.voices.setdefault(index, sighting.actor)
        return sighting

    def _doers(self, verb: Token) -> tuple[Token | None, tuple[Actor, ...]]:
        """Return who says or does what the verb says: its subject, or the agent of a passive."""
        by_agent = is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
        who = agent(verb) if by_agent else subject(verb) or misread_subject(verb)
        if who is None or who.i in self.taken:
            return None, ()
        return who, self.attribution.actors(who)

    def _is_speaker(self, speaker: Actor) -> IsSpeaker:
        def same(token: Token) -> bool:
            if token.lower_ in SPEAKER:
                return True
            actor = self.attribution.actor(token)
            if actor is None:
                return False
            if speaker.party is None:
                return actor.person is not None and actor.person == speaker.person
            return actor.party == speaker.party

        return same


def _manner(content: Tokens, *, said: bool = True) -> Manner:
    if content and quoted_marks(content[0].doc[content[0].i : content[-1].i + 1].text):
        return Manner.MIXED
    return Manner.INDIRECT if said else Manner.NARRATED


def _side_by_side(cue: Tokens) -> Tokens:
    """Return the words of a cue that stand near its verb, which is the last or the first of them."""
    ordered = sorted(dict.fromkeys(cue), key=lambda token: token.i)
    kept = [ordered[0]]
    for token in ordered[1:]:
        if token.i - kept[-1].i > NEAR:
            break
        kept.append(token)
    return tuple(kept)
