"""The rules that find who says or does what in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import PROPOSALS, Act, Cue
from goodoffices.statements.ascription import Ledger
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import (
    clause_of,
    cue_of,
    interrupted,
    is_asserted,
    is_denied,
    is_put_by,
    is_question,
    is_withheld,
    speaks_on,
)
from goodoffices.statements.complements import leaving
from goodoffices.statements.contact import contact_acts
from goodoffices.statements.content import (
    content_head,
    escapes,
    reasons,
    says_what,
    target_head,
)
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.descriptions import Verdict, is_disposed, read_description
from goodoffices.statements.ellipsis import elliptical
from goodoffices.statements.labelled import by_label
from goodoffices.statements.lexicon import words
from goodoffices.statements.loose_speech import by_loose_quote
from goodoffices.statements.nominal import expresses_its_own, nominal_acts
from goodoffices.statements.noun_parts import act_of
from goodoffices.statements.performed import left_off, left_undone, read_performed
from goodoffices.statements.pointing import anaphor_in, antecedent, came_after
from goodoffices.statements.predicates import added_acts, by_what_is_told, read_clause
from goodoffices.statements.relation_parties import party_in
from goodoffices.statements.rendering import is_aim, is_plural, manner, side_by_side
from goodoffices.statements.sentences_said import each_sentence
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.standing import tells_no_act
from goodoffices.statements.statement import Actor, Manner, Modality
from goodoffices.statements.syntax import (
    children,
    depth,
    first_child,
    is_negated,
    lemma,
    subject,
)
from goodoffices.statements.told_words import act_under, evidence_of, limits_of, meant, words_said
from goodoffices.statements.voices import by_quotation, by_source, doers, speaks_for


@dataclass(slots=True)
class Finder:
    """Finds the statements of one passage, from top to bottom.

    It changes as the reading goes on, which is why it is not frozen.

    Attributes:
        attribution: Resolves the passage's noun phrases.
        taken: Tokens that belong to a statement found already, and whose words are its speaker's.
        cued: Tokens that show an act found already.
        voices: For each token inside somebody's content, whose words it is.
        quotation: The last quotation.
        ledger: What the passage attributes to anybody, where it is not an interview.
        speaker: Who spoke last in the passage before, where it ends in a quotation.
        apart: Heads of clauses that are said under the same verb and are statements of their own.
        before: The last act of the sentence before.
    """

    attribution: Attribution
    taken: set[int] = field(default_factory=set)
    cued: set[int] = field(default_factory=set)
    voices: dict[int, Actor] = field(default_factory=dict)
    quotation: Sighting | None = None
    ledger: Ledger | None = None
    speaker: Actor | None = None
    apart: frozenset[int] = frozenset()
    before: Sighting | None = None

    def sentence(self, sentence: SentenceSpan, quotes: tuple[Tokens, ...]) -> Iterator[Sighting]:
        """Yield the statements of a sentence, outer ones before those that they leave to others.

        Args:
            sentence: The sentence.
            quotes: The quotations that end in it.
        """
        found = tuple(self._with_verbs(sentence, quotes))
        told = [one for one in found if one.manner is not Manner.DIRECT]
        yield from (one for one in found if one.manner is Manner.DIRECT)
        yield from elliptical(sentence, told, self.before, self.attribution)
        self.before = max(told, key=lambda one: one.verb.i, default=None)

    def _with_verbs(self, sentence: SentenceSpan, quotes: tuple[Tokens, ...]) -> Iterator[Sighting]:
        for found in by_label(sentence, self.attribution):
            yield self._finish(found)
        for quote in quotes:
            for found in self._spoken_in(quote):
                self.quotation = found
                self.taken.add(found.verb.i)
                for said in each_sentence(found, speaks_for(found.actor, self.attribution)):
                    yield self._finish(said)
        loose = {token.i for quote in quotes for token in quote if token.i not in self.voices}
        for preposition in (token for token in sentence if token.lower_ in {"according", "in"}):
            for found in by_source(preposition, self.attribution, self.taken - loose):
                yield self._finish(found)
        for verb in sorted(sentence, key=_order):
            if verb.i in self.taken | self.cued or verb.pos_ not in {"VERB", "AUX"} or not is_asserted(verb):
                continue
            cue = cue_of(verb)
            undone = left_undone(verb)
            if undone is not None:
                yield from self._by_omission(verb, undone)
            elif cue is not None and not is_disposed(verb):
                yield from self._by_cue(verb, *cue)
            else:
                yield from self._by_description(verb)
        for found in chain(
            contact_acts(sentence, self.attribution, self.taken | self.cued),
            nominal_acts(sentence, self.attribution, self.taken | self.cued),
        ):
            yield self._finish(found)

    def _spoken_in(self, quote: Tokens) -> tuple[Sighting, ...]:
        """Return what is said in a quotation by whoever the passage names, or the one before."""
        found = by_quotation(quote, self.attribution, self.taken, self.quotation)
        if found or self.ledger is None:
            return found
        return by_loose_quote(quote, self.ledger, self.attribution, self.speaker)

    def _by_cue(self, verb: Token, cue: Cue, cue_tokens: Tokens) -> Iterator[Sighting]:
        who, actors = doers(verb, self.attribution, self.taken)
        clause = clause_of(verb)
        if who is not None and not actors and cue.neutral and clause is not None:
            self.taken |= {token.i for token in clause.subtree}  # somebody's claim, not the report's
        if who is None or not actors:
            return
        if cue.neutral and is_denied(verb, cue):
            if clause is not None and is_withheld(verb, clause):
                yield from self._sight(
                    verb, cue_tokens, Verdict(Act.CLAIM, (), negated=True), clause, actors, "speech"
                )
            return
        if cue.neutral:
            yield from self._spoken(verb, cue_tokens, clause, actors)
            return
        asks = cue.act is Act.REQUEST and clause is not None and is_question(clause)
        verdict = None if asks or tells_no_act(verb, cue) else read_performed(verb, cue)
        head = content_head(verb)
        if cue.act is Act.CONSULT and head is not None and not self.attribution.actors(head):
            head = None  # 'met for the first time' is about nobody met
        self.apart = frozenset(token.i for token in cue_tokens[1:] if cue.behind)
        if verdict is None or not self._means_it(verb, cue, head, actors):
            return
        if cue.act is Act.WARN and clause is not None:
            said = read_clause(clause, speaks_for(actors[0], self.attribution))
            verdict = said if said.act in {Act.REJECT, Act.THREATEN} else verdict
        yield from self._sight(verb, (*verdict.tokens, *cue_tokens), verdict, head, actors, "performative")

    def _means_it(self, verb: Token, cue: Cue, head: Token | None, actors: tuple[Actor, ...]) -> bool:
        """Tell whether what a cue is about fits it: a proposal is backed, a party is met."""
        met = cue.objects == "party" and not is_put_by(verb)
        if head is None and antecedent(verb) is None and not (met and cue.behind):
            several = len(actors) > 1 or actors[0].resolved_by == "group" or is_plural(subject(verb))
            alone = bool(cue.behind) or lemma(verb) in words("bare_verb") or cue.act is Act.AGREE
            return alone or (cue.act is Act.CONSULT and several)
        if cue.act is Act.SUPPORT and head is not None and not met:
            spoken_for = bool(cue.behind) or is_pronoun(head) or speaks_on(verb)
            backed = spoken_for or lemma(head) in words("proposal_noun") | words("plan_noun")
            return backed or party_in(head, self.attribution, actors[0]) is None
        return not met or (head is not None and bool(self.attribution.actors(head)))

    def _spoken(
        self, verb: Token, cue_tokens: Tokens, clause: Token | None, actors: tuple[Actor, ...]
    ) -> Iterator[Sighting]:
        """Yield what is said by a verb that only reports speech."""
        thing = first_child(verb, "dobj", "oprd")
        if thing is not None and thing.pos_ == "PRON":
            thing = first_child(verb, "oprd") or thing
        act = act_of(thing) if thing is not None and expresses_its_own(verb, thing) else None
        if thing is not None and act is not None:
            about = clause or next(chain(children(thing, "acl", "prep"), children(verb, "prep")), None)
            head = None if about is None else first_child(about, "pobj", "pcomp") or about
            shown = Verdict(act, (thing,))
            yield from self._sight(verb, (*cue_tokens, thing), shown, head, actors, "attitude")
        elif clause is not None:
            same = speaks_for(actors[0], self.attribution)
            verdict = read_clause(clause, same)
            if lemma(verb) in words("aiming_verb") and is_aim(clause):
                verdict = Verdict(Act.PLAN, ())
            joined = tuple(added_acts(clause, verdict, same))
            self.apart = frozenset(other.i for other, _ in joined)
            yield from self._sight(verb, (*cue_tokens, *verdict.tokens), verdict, clause, actors, "speech")
            for other, added in joined:
                yield from self._sight(verb, (*cue_tokens, *added.tokens), added, other, actors, "speech")
        elif thing is not None and self._is_mention(verb, thing):
            verdict = read_description(verb) or Verdict(Act.CLAIM, ())
            yield from self._sight(verb, cue_tokens, verdict, thing, actors, "mention")

    @staticmethod
    def _is_mention(verb: Token, thing: Token) -> bool:
        named = thing.pos_ != "PRON" or first_child(verb, "oprd", "prep") is not None
        named = named and lemma(thing) not in words("thanking_noun")
        return lemma(verb) in words("mentioning_verb") and named and not is_negated(verb)

    def _by_omission(self, verb: Token, undone: Token) -> Iterator[Sighting]:
        """Yield an act that was not done: 'failed to endorse', 'stopped short of rejecting'."""
        who, actors = doers(verb, self.attribution, self.taken)
        cue, head = cue_of(undone), content_head(undone)
        if who is not None and cue is not None and head is not None:
            yield from self._sight(verb, (verb, undone), left_off(verb, cue[0].act), head, actors, "omission")

    def _by_description(self, verb: Token) -> Iterator[Sighting]:
        verdict = read_description(verb)
        who = subject(verb)
        actors = self.attribution.actors(who) if who is not None and who.i not in self.taken else ()
        if verdict is None or who is None or not actors or (verdict.content and verdict.content.i == who.i):
            return
        told = by_what_is_told(verdict, speaks_for(actors[0], self.attribution))
        yield from self._sight(verb, (verb, *told.tokens), told, told.content or verb, actors, "description")

    def _sight(
        self,
        verb: Token,
        cue: Tokens,
        verdict: Verdict,
        head: Token | None,
        actors: tuple[Actor, ...],
        rule: str,
    ) -> Iterator[Sighting]:
        leaves, without = self._apart_from(head, verb)
        noun = antecedent(verb)
        about = meant(verb, verdict.content if verdict.content is not None else head, noun)
        content, own_words, told = words_said(verb, about, head, without)
        empty = verdict.act in PROPOSALS | {Act.DEMAND} and not says_what(content)
        if empty and not verdict.negated:
            return
        given = reasons(verb, verdict.act)
        limits = limits_of(verb, head, verdict.act)
        whole = evidence_of(verb, without, (cue, content, limits, *given))
        for actor in actors:
            yield self._finish(
                Sighting(
                    actor=actor,
                    act=act_under(limits, verdict.act),
                    manner=manner(own_words or content, said=told),
                    verb=verb,
                    whole=whole,
                    cue=side_by_side(cue),
                    content=() if empty else content,  # 'has offered nothing so far'
                    target=self._target(verb, verdict.act),
                    negated=verdict.negated,
                    modality=Modality.CONDITIONAL if limits else verdict.modality,
                    condition=limits,
                    reasons=given,
                    anaphor=noun if noun is not None and not content else anaphor_in(about),
                    after=came_after(leaves, about),
                    own_words=content if rule == "mention" else own_words,
                    rule=rule,
                )
            )

    def _apart_from(self, head: Token | None, verb: Token) -> tuple[Tokens, set[int]]:
        """Return the clauses inside a content that tell of others, and all heads that are no part of it."""
        if head is None:
            return (), set()
        leaves = tuple(leaf for leaf in escapes(head) if leaf.i != verb.i)
        return leaves, {leaf.i for leaf in leaves} | leaving(head) | (self.apart - {head.i})

    def _target(self, verb: Token, act: Act) -> Actor | None:
        target = target_head(verb, act)
        return self.attribution.actor(target) if target is not None else None

    def _finish(self, sighting: Sighting) -> Sighting:
        """Remember whose words are whose, so that nobody's words are read as the report's own."""
        said = {token.i for token in sighting.own_words}
        for reason in sighting.reasons:
            said |= {token.i for token in reason}
        self.taken |= said
        self.cued |= {token.i for token in sighting.cue}
        for index in said:
            self.voices.setdefault(index, sighting.actor)
        return sighting


def _order(token: Token) -> tuple[int, int]:
    """Return where a token comes in the reading: outer ones first, inserted speech before what it says."""
    around = interrupted(token)
    return (2 * depth(token) if around is None else 2 * depth(around) - 1, token.i)
