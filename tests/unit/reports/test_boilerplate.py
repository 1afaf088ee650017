"""Which passages are marked as not being reporting, and which are left alone."""

from __future__ import annotations

import pytest

from goodoffices.reports.boilerplate import mark_boilerplate, reason_to_skip
from goodoffices.reports.report import Boilerplate, Span

MARKED = {
    "login line": [
        "Login to Continue Learning",
        "Log in",
        "Sign in to continue",
        "Please log in to read this story.",
        "Create a free account",
        "Log in / Register",
        "Already a subscriber? Log in",
    ],
    "subscription notice": [
        "Subscribe to read",
        "SUBSCRIBE NOW",
        "This article is for subscribers",
        "This story is only available to registered readers.",
        "You have reached your limit of free articles this month.",
        "Continue reading for free",
    ],
    "cookie notice": [
        "We use cookies to improve your experience on this site. Read our policy for details.",
        "By continuing to browse you agree to our privacy policy.",
        "Accept all cookies",
        "Cookie settings",
        "Privacy Policy",
    ],
    "share line": [
        "Share this article",
        "Share on Facebook",
        "Tweet",
        "Copy link",
        "Facebook Twitter WhatsApp",
        "Share: ",
        "12 comments",
    ],
    "follow line": ["Follow us on Telegram and Instagram", "Follow @newsdesk"],
    "newsletter prompt": [
        "Sign up for our daily newsletter",
        "Get the morning briefing delivered to your inbox.",
        "Your email address",
    ],
    "navigation": [
        "Home | World | Politics",
        "Skip to content",
        "Back to top",
        "Menu",
        "World › Europe › Talks",
    ],
    "related links": [
        "Read more: Ministers meet in Geneva",
        "Related articles",
        "Most read",
        "Read more",
        "Tags: peace talks, Geneva",
        "You may also like",
    ],
    "advertisement": ["Advertisement", "Sponsored content", "Story continues below advertisement"],
    "photo credit": [
        "Photo: Jane Doe / Agency",
        "Image credit: the ministry",
        "Photo by Jane Doe",
        "The two ministers shake hands. (Photo: Jane Doe/Agency)",
    ],
    "copyright line": ["© 2025 The Daily", "Copyright 2025 The Daily", "The Daily. All rights reserved."],
    "republication note": [
        "This article was originally published by The Daily.",
        "Republished with permission.",
    ],
    "divider": ["* * *", "-----", "———"],
}

REPORTING = [
    "Kyiv will share the article of the treaty with its allies.",
    "Subscribers to the pact met on Monday.",
    "Cookies were served at the talks.",
    "The president logged in to the video call from his office.",
    "The minister had to sign in to continue the online talks.",
    "Login records show that the attack began on Monday.",
    "The report was published in June and accuses both sides of violations.",
    "The article was first published as a draft of the treaty, diplomats said.",
    "Video by the ministry shows troops leaving the town.",
    "(c) 2025 elections shall be held in all regions;",
    "Copyright talks collapsed in 2024.",
    "More than forty states signed.",
    "Other states declined.",
    "Related talks will be held in Geneva.",
    "This report is for the members of the council to decide on.",
    "Advertisement of the talks was left to the host.",
    "Register of damages set up by the Council of Europe opens",
    "Home rule was promised to the region.",
    "Follow-up talks are planned.",
    "The parties agreed to share it with the public.",
    "Photo opportunities were cancelled after the walk-out.",
    "Moscow | Kyiv",
    "Russia rejects truce",
]


@pytest.mark.parametrize(
    ("reason", "passage"), [(reason, passage) for reason, passages in MARKED.items() for passage in passages]
)
def test_lines_round_an_article_are_marked_with_their_reason(reason: str, passage: str) -> None:
    """A line that belongs to the page and not to the reporting is named for what it is."""
    assert reason_to_skip(passage) == reason


@pytest.mark.parametrize("passage", REPORTING)
def test_reporting_that_uses_the_same_words_is_left_alone(passage: str) -> None:
    """A sentence of reporting is never marked for a word that page furniture uses too."""
    assert reason_to_skip(passage) is None


def test_a_long_passage_is_reporting() -> None:
    """Page furniture is short, so a long paragraph is read whatever it opens with."""
    assert reason_to_skip("Photo: " + "a long account of what happened " * 40) is None


def test_list_bullets_and_broken_lines_do_not_hide_a_share_line() -> None:
    """Decoration before a line and white space inside it make no difference."""
    assert reason_to_skip("* Share\n  on   Facebook") == "share line"


def test_marks_cover_the_whole_passage_and_nothing_else() -> None:
    """A mark has the offsets of its passage; passages without one are not mentioned."""
    text = "Log in\n\nTalks go on."
    assert mark_boilerplate(text, (Span(0, 6), Span(8, 20))) == (Boilerplate(0, 6, "login line"),)


def test_a_page_of_nothing_but_furniture_is_marked_honestly() -> None:
    """Where every passage is furniture, every passage is marked."""
    text = "Log in\nShare"
    assert len(mark_boilerplate(text, (Span(0, 6), Span(7, 12)))) == 2


def test_a_hostile_row_of_bars_is_read_quickly() -> None:
    """A passage made of hundreds of bars and blanks is decided, not searched for ever."""
    assert reason_to_skip("a | " * 170 + "a" * 34) is None


@pytest.mark.parametrize(
    ("passage", "reason"),
    [
        ("Subscribe now for €1 a week. Already a subscriber? Log in", "subscription notice"),
        ("Updated at 13.31 GMT", "update line"),
        ("Last updated: 4 minutes ago", "update line"),
        ("For information media. Not an official record.", "press note"),
        ("Norway updated its draft. Log in", None),
        ("Updated plans were rejected by Kenya at the talks in Oslo on Monday.", None),
    ],
)
def test_notes_of_pages_and_press_services(passage: str, reason: str | None) -> None:
    """Several such sentences in one passage are marked; one sentence of reporting keeps it."""
    assert reason_to_skip(passage) == reason
