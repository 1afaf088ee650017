"""Make reports from e-mail files: the message, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import chain

from goodoffices.errors import ReportError
from goodoffices.reports.contents import Contents
from goodoffices.reports.decode import decode
from goodoffices.reports.html import from_html
from goodoffices.reports.naming import slug
from goodoffices.reports.paragraphs import with_head
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Boilerplate, Report, Span

MOST_MESSAGES = 10_000
DEEPEST = 5
"""How far messages may be attached to messages."""

UNFOLDED = policy.default.clone(max_line_length=0)
"""Python's folding of a head never ends where the name of a parameter is longer than a line."""
ReadAttachment = Callable[[bytes, str, int], Contents]

_HEAD = ("From", "Sender", "To", "Cc", "Date", "Subject")
_ENVELOPE = re.compile(rb"(?:\A|(?<=\n)(?:\r?\n))From [^\r\n]*\d{4}[^\r\n]*\r?\n")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)
_QUOTED = re.compile(
    r"(?:[>|]\s?.*(?:\n|$))+|On [^\n]{5,200}(?:\n[^\n]{1,100})? wrote:|-{2,}\s*Original Message.*"
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def from_mbox(data: bytes, *, name: str, attachment: ReadAttachment) -> Contents:
    """Make reports from a mailbox of many messages; one that cannot be read is listed as a problem.

    Raises:
        ReportError: No message can be read, or there are more than 10,000.
    """
    raw = [_STUFFED.sub(rb"\1", part) for part in _ENVELOPE.split(data) if part.strip()]
    if len(raw) > MOST_MESSAGES:
        raise ReportError(f"{name} has {len(raw):,} messages; at most {MOST_MESSAGES:,} are read: split it")
    found: list[Contents] = []
    problems: list[str] = []
    for number, message in enumerate(raw, start=1):
        try:
            found.append(from_mail(message, id="", name=f"{name}, message {number}", attachment=attachment))
        except ReportError as error:
            problems.append(str(error))
    if not found:
        raise ReportError("; ".join([f"{name} has no message that can be read", *problems[:3]]))
    return Contents(
        tuple(chain.from_iterable(part.reports for part in found)),
        (*problems, *chain.from_iterable(part.problems for part in found)),
    )


def from_mail(
    data: bytes,
    *,
    id: str,  # noqa: A002 - the field's name
    name: str,
    attachment: ReadAttachment,
    depth: int = 0,
) -> Contents:
    """Make a report from a message, and one from each attachment that can be read.

    Sender, addressees, date and subject are kept at the head of the text and marked; earlier messages that
    are quoted and signatures are marked too. The day is the one in the head, as it was written there.

    Args:
        data: The bytes of the message.
        id: Short name of the report; empty to take the subject.
        name: Name of the file, for messages.
        attachment: Reads the bytes of an attachment, given its name and how deep it lies.
        depth: How deep in other messages this one lies.

    Raises:
        ReportError: The message is damaged, holds no text and nothing that can be read, or lies too deep.
    """
    if depth > DEEPEST:
        raise ReportError(f"{name} lies in more than {DEEPEST} messages; take it out and read it by itself")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        reports = list(_said(message, id, name))
        parts = list(_attachments(message))
    except ReportError:
        raise
    except Exception as error:
        raise ReportError(
            f"{name} is damaged ({type(error).__name__}); open it in a mail program and save it anew"
        ) from error
    problems: list[str] = []
    for title, content in parts:
        try:
            inner = attachment(content, title, depth + 1)
            reports += inner.reports
            problems += inner.problems
        except ReportError as error:
            problems.append(f"{name}, attachment: {error}")
    if not reports:
        raise ReportError("; ".join([f"{name} has no text that can be read", *problems]))
    return Contents(tuple(reports), tuple(problems))


def _said(message: EmailMessage, id: str, name: str) -> Iterator[Report]:  # noqa: A002 - the field's name
    """Give the report of what the message itself says, if it says anything."""
    body = _body(message, name)
    if body is None:
        return
    subject = _header(message, "Subject")
    marked = replace(
        body,
        id=id or slug(subject or "message"),
        media_type="message/rfc822",
        title=subject,
        publisher=_sender(message),
        date=_day(message),
        boilerplate=_marks(body),
    )
    head = _head(message)
    yield with_head(marked, head, "e-mail head") if head else marked


def _head(message: EmailMessage) -> str:
    return "\n".join(f"{key}: {words}" for key in _HEAD if (words := _header(message, key)))


def _header(message: EmailMessage, key: str) -> str | None:
    try:
        words = str(message.get(key, ""))
    except Exception:  # noqa: BLE001 - the mail library stumbles over some addresses; the raw line will do
        words = next((str(raw) for name, raw in message.raw_items() if name.lower() == key.lower()), "")
    return " ".join(_whole(words).split()) or None


def _whole(words: str) -> str:
    """Return words without the half characters that stand for bytes nobody could decode."""
    return _HALF_CHARACTER.sub("\ufffd", words)


def _sender(message: EmailMessage) -> str | None:
    words = _header(message, "From") or ""
    return words.split("<")[0].strip(' "') or words.strip("<> ") or None


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date()
    except (ValueError, TypeError, OverflowError):  # no date, or one that is none
        return None


def _body(message: EmailMessage, name: str) -> Report | None:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return None
    words = _words(part, name)
    if not words.strip():
        return None
    if part.get_content_type() == "text/html":
        return from_html(words, id="body")
    return from_text(words, id="body")


def _words(part: Message, name: str) -> str:
    """Return the text of a part in the encoding it names; where that does not fit, in the one that does."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(data, name=name)


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(message.iter_attachments(), start=1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else part
            whole = inner.as_bytes(policy=UNFOLDED) if isinstance(inner, Message) else b""
            yield f"message-{number}.eml", whole
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and part.get_content_maintype() in {"text", "application", "message"}:
            yield _whole(part.get_filename() or f"attachment-{number}.txt"), content


def _marks(body: Report) -> tuple[Boilerplate, ...]:
    """Return the body's marks and those of quoted messages and of the signature."""
    signature = _SIGNATURE.search(body.text)
    end = signature.start() if signature else len(body.text)
    known = {(mark.start, mark.end) for mark in body.boilerplate}
    more = []
    for passage in body.passages:
        reason = "signature" if passage.start >= end else _quoted(body, passage)
        if reason and (passage.start, passage.end) not in known:
            more.append(Boilerplate(passage.start, passage.end, reason))
    return tuple(sorted((*body.boilerplate, *more)))


def _quoted(body: Report, passage: Span) -> str | None:
    return "earlier message" if _QUOTED.fullmatch(body.cut(passage)) else None
