"""The catalogue of past guarantees."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from goodoffices.errors import ModelError
from goodoffices.workspace.precedents import FEATURES, WARNING, past_guarantees, with_features


def test_each_entry_says_everything_that_a_reader_must_know() -> None:
    """At least forty entries, each with date, guarantors, duty, rule, test, outcome, dispute and source."""
    entries = past_guarantees()
    assert len(entries) >= 40
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        dt.date.fromisoformat(entry.date)
        texts = (entry.name, entry.guarantors, entry.beneficiary, entry.obligation, entry.rule)
        assert all((*texts, entry.outcome, entry.dispute, entry.citation, entry.checked)), entry.id
        assert entry.tested in {"tested", "partly tested", "not tested"}
        assert bool(entry.event) == (entry.tested != "not tested"), entry.id
        assert not entry.features - set(FEATURES), entry.id
        assert not {"kept", "not-kept"} <= entry.features, entry.id


def test_every_feature_is_explained_and_used() -> None:
    """No feature is empty, and what was never tested was neither kept nor broken."""
    used = {feature for entry in past_guarantees() for feature in entry.features}
    assert used == set(FEATURES)
    assert all(
        not entry.features & {"kept", "not-kept"}
        for entry in past_guarantees()
        if entry.tested == "not tested"
    )


def test_the_memorandum_of_budapest_has_three_signatories_and_china_is_not_one() -> None:
    """China and France gave statements of their own."""
    (entry,) = with_features(words=["budapest"])
    assert entry.guarantors == "Russia; United Kingdom; United States"
    assert "China and France gave statements of their own" in entry.dispute
    assert entry.features >= {"attacker-is-guarantor", "council-veto", "not-kept"}


def test_features_and_words_narrow_the_search_together() -> None:
    """Every entry found has all the features, and oldest come first."""
    found = with_features({"attacker-is-guarantor", "collective-clause"})
    assert found[0].id == "luxembourg_1867"
    assert all(entry.features >= {"attacker-is-guarantor", "collective-clause"} for entry in found)
    dates = [entry.date for entry in found]
    assert dates == sorted(dates)
    assert with_features({"chained-trigger"}, ["France"])[0].id == "soviet_czechoslovak_1935"


def test_an_unknown_feature_is_refused_with_the_nearest_one() -> None:
    """The message offers what was probably meant."""
    with pytest.raises(ModelError, match=r"no feature 'troops-in-palce' is known.*troops-in-place"):
        with_features({"troops-in-palce"})


def test_the_catalogue_warns_against_counting_it() -> None:
    """No rate can be taken from examples chosen by hand."""
    assert re.search(r"[Nn]o rate", WARNING)


def test_no_entry_rests_on_general_knowledge_alone() -> None:
    """Each was held against a text, a data set that defines its cases, a document or a report of the time."""
    vague = {"general histories", "general knowledge", "general knowledge of reports"}
    assert not [entry.id for entry in past_guarantees() if entry.checked in vague]


def test_the_communique_of_istanbul_lets_each_guarantor_act() -> None:
    """That all should agree was asked for later and is told in the rule, not coded as the text's."""
    (entry,) = (one for one in past_guarantees() if one.id == "istanbul_2022")
    assert "each-alone" in entry.features
    assert "collective-clause" not in entry.features
    assert "Russia asked that all agree" in entry.rule


def test_an_unknown_feature_says_where_all_are_listed() -> None:
    """There are more features than a message lists."""
    with pytest.raises(
        ModelError, match=r"no feature 'zzz' is known; .*; 'goodoffices precedents' lists all"
    ):
        with_features({"zzz"}, [])
