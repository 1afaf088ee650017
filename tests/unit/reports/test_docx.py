"""What is read from Word documents, and which are refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from goodoffices.errors import ReportError
from goodoffices.reports.docx import MOST_PARTS, from_docx


def saved(document: Opened) -> bytes:
    """Return the bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rezipped(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a document with some of its parts put in place of others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return stream.getvalue()


def test_paragraphs_and_cells_in_their_order() -> None:
    """Headings, paragraphs and the cells of tables are passages, in the order of the document."""
    document = Document()
    document.add_paragraph("Statement on the talks", style="Title")
    document.add_paragraph("20 May 2019")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "They met."
    document.add_paragraph("They\twill meet again.")
    report = from_docx(saved(document), id="d")
    assert [report.cut(span) for span in report.readable()] == [
        "Statement on the talks",
        "20 May 2019",
        "They met.",
        "They\twill meet again.",
    ]
    assert report.title == "Statement on the talks"
    assert str(report.date) == "2019-05-20"
    assert report.media_type.endswith("wordprocessingml.document")


def test_tracked_changes_text_boxes_and_hyphens() -> None:
    """What was put in is read, what was struck out or moved away is not; a text box stands by itself."""
    document = Document()
    paragraph = document.add_paragraph("They will")._p
    space = nsdecls("w")
    for markup in (
        f"<w:ins {space}><w:r><w:t xml:space='preserve'> not</w:t></w:r></w:ins>",
        f"<w:del {space}><w:r><w:delText>surely</w:delText></w:r></w:del>",
        f"<w:moveFrom {space}><w:r><w:t>elsewhere</w:t></w:r></w:moveFrom>",
        f"<w:r {space}><w:br/><w:t>sign a cease</w:t><w:noBreakHyphen/><w:t>fire.</w:t></w:r>",
    ):
        paragraph.append(parse_xml(markup))
    box = "<w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    paragraph.append(
        parse_xml(
            f'<w:r {space}><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">{box}'
            f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    report = from_docx(saved(document), id="d")
    assert report.text == "They will not\nsign a cease\u2011fire.\nA box."


def test_running_heads_are_marked_and_stand_once() -> None:
    """A running head is kept at the end and not read."""
    document = Document()
    document.add_paragraph("They met.")
    document.sections[0].header.paragraphs[0].text = "Ministry of Foreign Affairs"
    document.add_section()
    report = from_docx(saved(document), id="d")
    assert [report.cut(span) for span in report.readable()] == ["They met."]
    assert [(report.cut(mark), mark.reason) for mark in report.boilerplate] == [
        ("Ministry of Foreign Affairs", "running head or foot")
    ]


def test_notes_are_read() -> None:
    """Footnotes follow the text."""
    data = saved(_with_text("They met."))
    note = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='1'><w:p><w:r><w:t>In Oslo.</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kinds = archive.read("[Content_Types].xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
    kinds = kinds.replace(
        "</Types>",
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.footnotes+xml"/></Types>',
    )
    links = links.replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'footnotes" Target="footnotes.xml"/></Relationships>',
    )
    data = rezipped(
        data,
        {
            "word/footnotes.xml": note.encode(),
            "[Content_Types].xml": kinds.encode(),
            "word/_rels/document.xml.rels": links.encode(),
        },
    )
    assert from_docx(data, id="d").text == "They met.\nIn Oslo."


def _with_text(words: str) -> Opened:
    document = Document()
    document.add_paragraph(words)
    return document


def test_title_from_the_properties_unless_it_names_nothing() -> None:
    """The property "title" counts, but not the one that a program puts there."""
    document = _with_text("They met.")
    document.core_properties.title = "Joint  statement"
    assert from_docx(saved(document), id="d").title == "Joint statement"
    document.core_properties.title = "Word Document"
    assert from_docx(saved(document), id="d").title is None


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """What unpacks to more than 200 MB is refused by the archive's own list."""
    data = rezipped(saved(_with_text("x")), {"word/media/big.bin": bytes(201 * 2**20)})
    assert len(data) < 2**20
    with pytest.raises(ReportError, match=r"unpacks to 20[12] MB in .* save its text"):
        from_docx(data, id="d")


def test_too_many_parts_are_refused() -> None:
    """So is an archive of very many parts."""
    parts = {f"word/media/{number}.bin": b"" for number in range(MOST_PARTS)}
    with pytest.raises(ReportError, match="parts are read"):
        from_docx(rezipped(saved(_with_text("x")), parts), id="d")


def test_one_very_long_text_is_called_too_large() -> None:
    """A text that the parser takes for too long is no damage, and the message says so."""
    document = Document()
    document.add_paragraph("Norway.")
    data = saved(document)
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    long = body.replace(b"Norway.", b"Norway " * 1_500_000)
    with pytest.raises(ReportError, match="is too large to read"):
        from_docx(rezipped(data, {"word/document.xml": long}), id="d")


def test_damaged_files_are_refused() -> None:
    """A cut archive, a missing part and broken XML each get one message."""
    whole = saved(_with_text("They met."))
    for data in (whole[:200], rezipped(whole, {"word/document.xml": b"<w:document"})):
        with pytest.raises(ReportError, match="is damaged"):
            from_docx(data, id="d")


def test_a_document_without_text_is_refused() -> None:
    """A document of pictures only has nothing to read."""
    with pytest.raises(ReportError, match="has no text"):
        from_docx(saved(Document()), id="d")
