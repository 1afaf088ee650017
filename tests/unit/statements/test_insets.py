"""Where speech is inserted into what is said, or trails it."""

from __future__ import annotations

import pytest

from goodoffices.statements.insets import Inset, inset_of
from goodoffices.statements.passage import Parse


def found(parse: Parse, text: str, verb: str) -> Inset | None:
    """Return the speech that a verb of a sentence inserts."""
    return next(inset for token in parse(text) if token.text == verb for inset in [inset_of(token)])


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("The ceasefire will hold, the envoy, Anna Odhiambo, told a crowded hall.", "told", "envoy"),
        ("The ceasefire will hold, Anna Odhiambo, the envoy, told a crowded hall.", "told", "Odhiambo"),
        ("A guarantee, the Estonian premier cautioned, is a signature.", "cautioned", "premier"),
        ("A charter, one of the delegates in Rome told me, is ink.", "told", "one"),
        ("The border, she let it be known, would stay closed.", "let", "she"),
        ("In Oslo, the Norwegian minister said, both delegations had wept.", "said", "minister"),
        ("A truce, argued Nepal's envoy, Prem Rai, would cost nothing.", "argued", "envoy"),
        ("Its exile, said its chairman, “is the seed of a war.”", "said", "chairman"),
        ("The war goes on; a truce, he said, is far.", "said", "he"),
        ("The mines had been laid without maps, Ethiopia's well-known envoy had said.", "said", "envoy"),
        ("The pipeline is gone, said the premier.", "said", "premier"),
        ("The truce is gone, said Nepal's envoy, smiling.", "said", "envoy"),
        ("The truce is gone, the premier of Nepal said", "said", "premier"),
    ],
)
def test_speech_between_commas_is_an_inset(parse: Parse, text: str, verb: str, speaker: str) -> None:
    """Speech before or behind its verb is found with who speaks, an apposition and an address included."""
    inset = found(parse, text, verb)
    assert inset is not None
    assert inset.speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Peru lost the vote, but its ambassador told reporters that it would try again.", "told"),
        ("When the vote was over, Ghana's ambassador told reporters.", "told"),
        ("In May, the envoy said nothing.", "said"),
        ("In May, the envoy said, and the talks ended.", "said"),
        ("Mike Murphy, who ran a fund, said the train “may have left”.", "said"),
        ("Will Rogers, for example, said the visit would win votes.", "said"),
        ("Bill Rogers, for one, said the visit, his last, would win votes.", "said"),
        ("“We were wrong,” Ramos, 58, told a magazine.", "told"),
        ("He said that “when it was over, the chief said, it was late”.", "said"),
        ("Chad had sworn, a word Mali then repeated.", "repeated"),
        ("The plan, which he described as lost, is back.", "described"),
        ("Kenya, said with a smile, is far.", "said"),
        ("He left, said of Chad.", "said"),
        ("Kenya left. Of the plan, in the end, he said much.", "said"),
        ("The talks ended, the envoy said, “We go.”", "said"),
        ("The talks ended, the envoy said how it went.", "said"),
        ("A truce, said his man — and he smiled, is far.", "said"),
    ],
)
def test_other_speech_is_none(parse: Parse, text: str, verb: str) -> None:
    """Speech that leads a clause of its own, or has nothing said around it, is no inset."""
    found_all = [inset_of(token) for token in parse(text) if token.text == verb]
    assert found_all
    assert found_all[-1] is None
