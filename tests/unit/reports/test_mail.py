"""What is read from e-mail files."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.contents import Contents
from goodoffices.reports.source import from_bytes
from goodoffices.workspace.intake import read_reports


def mail(subject: str = "Talks", body: str = "They met.\n", **heads: str) -> EmailMessage:
    """Return a message of plain text."""
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "list@example.org"
    message["Date"] = "Wed, 20 Aug 2025 23:30:00 -0700"
    message["Subject"] = subject
    for key, words in heads.items():
        message[key] = words
    message.set_content(body)
    return message


def read(data: bytes, name: str = "m.eml") -> Contents:
    """Return what a file holds."""
    return from_bytes(data, id="m", name=name)


def test_head_and_body_of_a_message() -> None:
    """The head is kept and marked, the subject is the title, the day is the sender's."""
    (report,) = read(mail().as_bytes()).reports
    assert report.text.startswith("From: Press Office <press@example.org>\nTo: list@example.org\nDate: ")
    assert [report.cut(span) for span in report.readable()] == ["They met."]
    assert (report.title, report.publisher, str(report.date)) == ("Talks", "Press Office", "2025-08-20")
    assert report.boilerplate[0].reason == "e-mail head"
    assert report.media_type == "message/rfc822"


def test_quoted_messages_and_signatures_are_marked() -> None:
    """Only what the sender wrote is read."""
    body = "We accept.\n\nOn 19 Aug 2025, A. wrote:\n\n> Do you accept\n> the draft?\n\n-- \nA. Person\n"
    (report,) = read(mail(body=body).as_bytes()).reports
    assert [report.cut(span) for span in report.readable()] == ["We accept."]
    reasons = [mark.reason for mark in report.boilerplate]
    assert reasons == ["e-mail head", *["earlier message"] * 3, "divider", "signature"]


def test_a_message_in_html_is_read_as_a_page() -> None:
    """Where there is no plain text, the visible text of the HTML is read."""
    message = EmailMessage()
    message["Subject"] = "Talks"
    message.set_content("<p>They met.</p><p>They will meet again.</p>", subtype="html")
    (report,) = read(message.as_bytes()).reports
    assert [report.cut(span) for span in report.passages[1:]] == ["They met.", "They will meet again."]
    assert report.date is None
    assert report.publisher is None


def test_attachments_become_reports_of_their_own() -> None:
    """A text and a forwarded message that are attached are read; one that cannot be is named."""
    message = mail()
    message.add_attachment("They agreed on a text.", filename="annex.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="application", subtype="x", filename="map.bin")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="photo.png")
    message.add_attachment(mail(subject="Earlier", body="They refused.\n"))
    found = read(message.as_bytes())
    assert [report.id for report in found.reports] == ["m", "annex", "message-4"]
    assert found.reports[2].title == "Earlier"
    assert len(found.problems) == 1
    assert "map.bin looks like a PNG image" in found.problems[0]


def test_messages_in_messages_end_somewhere() -> None:
    """A message in more than five others is named as a problem, not opened."""
    message = mail(subject="0")
    for depth in range(1, 9):
        outer = mail(subject=str(depth))
        outer.add_attachment(message)
        message = outer
    found = read(message.as_bytes())
    assert [report.title for report in found.reports] == ["8", "7", "6", "5", "4", "3"]
    assert "in more than 5 messages" in found.problems[0]


def test_words_in_another_encoding_than_the_named_one() -> None:
    """A wrong or unknown charset is made good where the bytes tell; nothing is lost."""
    head = b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\n"
    data = head + b"The \xe2\x80\x9ctalks\xe2\x80\x9d go on.\n"
    (report,) = read(data).reports
    assert "The “talks” go on." in report.text
    (bare,) = read(b"\nThey met.\n").reports
    assert bare.text.strip() == "They met."


def test_bytes_that_nobody_can_decode_in_a_head() -> None:
    """A raw byte in a head becomes the sign for an unknown character."""
    (report,) = read(b"Subject: caf\xe9\nDate: never\n\nThey met.\n").reports
    assert report.title == "caf\ufffd"
    assert report.date is None


def test_a_message_without_text_is_refused() -> None:
    """An empty message and one that holds only a picture are refused by name."""
    message = EmailMessage()
    message.add_attachment(b"x", maintype="image", subtype="png")
    for data in (b"Subject: x\n\n\n", message.as_bytes()):
        with pytest.raises(ReportError, match=r"m\.eml has no text that can be read"):
            read(data)


def test_a_broken_message_is_read_as_far_as_it_goes() -> None:
    """A missing end and an address over which the mail library stumbles lose nothing of the text."""
    data = b"Content-Type: multipart/mixed; boundary=x\nFrom: \xff<\n\n--x\nContent-Type: text/plain\n\nHi.\n"
    assert "Hi." in read(data).reports[0].text


def test_a_mailbox_holds_many_messages(tmp_path: Path) -> None:
    """Each message of a mailbox is a report named by its subject; a damaged one is listed."""
    box = b"".join(
        b"From a@b Wed Aug 20 10:00:00 2025\n" + part + b"\n"
        for part in (
            mail(subject="One", body="They met.\n>From then on they talked.\n").as_bytes(),
            b"Subject: empty\n\n",
            mail(subject="One").as_bytes(),
        )
    )
    (tmp_path / "box.mbox").write_bytes(box)
    intake = read_reports([tmp_path])
    assert [report.id for report in intake.reports] == ["one", "one-2"]
    assert "\nFrom then on they talked." in intake.reports[0].text
    assert "message 2 has no text" in intake.problems[0]


def test_a_mailbox_without_messages_is_refused() -> None:
    """A mailbox of which nothing can be read is an error, and one that is too long as well."""
    with pytest.raises(ReportError, match="no message that can be read"):
        read(b"From a@b Wed Aug 20 10:00:00 2025\nSubject: x\n\n\n", "b.mbox")
    with pytest.raises(ReportError, match="has 10,001 messages"):
        read(b"From a@b Wed Aug 20 10:00:00 2025\n\nx\n\n" * 10_001, "b.mbox")


def test_an_attached_message_may_have_a_parameter_longer_than_a_line() -> None:
    """Its head is not folded, which would never end, and it is read."""
    outer = mail(body="See the attached message.\n")
    outer.add_attachment(mail("Reply", "They will not meet.\n"))
    data = outer.as_bytes()
    inner = b"They will not meet."
    head, found, rest = data.rpartition(b"Subject: Reply\n")
    long = b"Subject: Reply\nContent-Type: text/plain; c" + b"A" * 300 + b"=utf-8\nX-Old"
    assert found
    assert inner in rest
    contents = read(head + long + rest.replace(b"Content-Type:", b"-Type:", 1))
    assert any("They will not meet." in report.text for report in contents.reports)
