"""What is read from PDF files, and which are refused."""

from __future__ import annotations

import io
import warnings

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from goodoffices.errors import ReportError
from goodoffices.reports.pdf import from_pdf


def pdf(
    *pages: str, title: str | None = None, password: str | None = None, owner: str | None = None
) -> bytes:
    """Return a PDF file with one line of text on each page; a page without words has no text layer."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for words in pages:
        page = writer.add_blank_page(width=600, height=800)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        if words:
            stream = DecodedStreamObject()
            lines = " T* ".join(f"({line}) Tj" for line in words.split("\n"))
            stream.set_data(f"BT /F1 12 Tf 14 TL 50 700 Td {lines} ET".encode("latin-1"))
            page[NameObject("/Contents")] = writer._add_object(stream)
    if title is not None:
        writer.add_metadata({"/Title": title})
    if password is not None:
        writer.encrypt(password, owner_password=owner, algorithm="RC4-128")
    stream_out = io.BytesIO()
    writer.write(stream_out)
    return stream_out.getvalue()


def test_pages_are_joined_with_form_feeds() -> None:
    """The text has every page, and the offsets of the pages lead to their first letters."""
    report = from_pdf(pdf("First page.", "Second page."), id="p")
    assert report.text == "First page.\fSecond page."
    assert [report.text[start:][:5] for start in report.pages] == ["First", "Secon"]
    assert [report.cut(span) for span in report.passages] == ["First page.", "Second page."]
    assert report.media_type == "application/pdf"


def test_furniture_and_date_lines_are_known_in_pdf_files_too() -> None:
    """A copyright line is marked and a date line read."""
    report = from_pdf(pdf("20 August 2025\nTalks go on.\nCopyright 2025 The Courier"), id="p")
    assert [mark.reason for mark in report.boilerplate] == ["copyright line"]
    assert str(report.date) == "2025-08-20"


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Report on the talks", "Report on the talks"),
        ("talks_final.docx", None),
        ("Microsoft Word - x", None),
        ("", None),
        ("12", None),
        (None, None),
    ],
)
def test_the_title_is_that_of_the_metadata_if_it_is_one(given: str | None, title: str | None) -> None:
    """A title that is only the name of a file is none."""
    assert from_pdf(pdf("Text.", title=given), id="p").title == title


@pytest.mark.parametrize(("pages", "count"), [(1, "1 page"), (3, "3 pages")])
def test_a_scan_is_refused_with_its_pages_and_the_way_out(pages: int, count: str) -> None:
    """Pages without a text layer need text recognition first."""
    with pytest.raises(ReportError, match=f"has {count} but no text layer.*ocrmypdf"):
        from_pdf(pdf(*[""] * pages), id="p")


def test_a_file_without_pages_is_refused() -> None:
    """A PDF file may have no page at all."""
    with pytest.raises(ReportError, match="has no pages"):
        from_pdf(pdf(), id="p")


def test_a_locked_file_is_refused() -> None:
    """A file with a password is refused, and the message says how to unlock it."""
    with pytest.raises(ReportError, match="is encrypted; save it without a password"):
        from_pdf(pdf("Secret.", password="key"), id="p")  # noqa: S106 - a password for the test


def test_a_file_locked_only_against_changes_is_read() -> None:
    """An owner's password does not keep anyone from reading."""
    data = pdf("Open.", password="", owner="key")
    assert PdfReader(io.BytesIO(data)).is_encrypted
    assert from_pdf(data, id="p").text == "Open."


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nrubbish", pdf("Text.")[:200]])
def test_a_damaged_file_is_refused_in_silence(
    data: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Rubbish gets one message; the library's own warnings and logs do not come through."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ReportError, match="is damaged"):
            from_pdf(data, id="p")
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


def test_running_heads_and_page_numbers_are_marked() -> None:
    """What stands at the edge of most pages, figures aside, is kept and not read."""
    pages = [
        f"Ministry of Peace\nThey met in town {word}.\nThey left {word} behind.\nPage {number}"
        for number, word in PAGES
    ]
    report = from_pdf(pdf(*pages), id="p")
    assert [report.cut(span) for span in report.readable()][:2] == [
        "They met in town one.",
        "They left one behind.",
    ]
    assert {report.cut(mark) for mark in report.boilerplate} == {
        "Ministry of Peace",
        *(f"Page {number}" for number, _ in PAGES),
    }


PAGES = ((1, "one"), (2, "two"), (3, "three"))


def test_two_pages_have_no_running_head() -> None:
    """What stands on both of two pages may be meant; a lone page number is marked."""
    report = from_pdf(pdf("They met.\nThey left.\n1", "They met.\nThey spoke.\n2"), id="p")
    read = [report.cut(span) for span in report.readable()]
    assert read == ["They met.", "They left.", "They met.", "They spoke."]


def test_a_sentence_goes_on_after_a_page_break() -> None:
    """Where nothing stands between, the two halves are one passage."""
    report = from_pdf(pdf("They met and agreed to", "withdraw their troops. They left."), id="p")
    assert [report.cut(span) for span in report.readable()] == [
        "They met and agreed to\fwithdraw their troops. They left."
    ]


def test_a_date_line_that_no_blank_line_sets_off() -> None:
    """A communiqué's place and date count, though the text layer runs its head together."""
    lines = "Press service of the ministry\nJoint statement on the talks of the parties\nOslo, 20 May 2019"
    report = from_pdf(pdf(lines), id="p")
    assert str(report.date) == "2019-05-20"
