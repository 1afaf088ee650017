"""Feed the reader broken files of every kind for as long as you like: no crash, nothing lost, bounded memory.

Seeds are composed here or made with the libraries that write such files. Each input is a seed with a few
bytes changed, cut, doubled or put in; some are hostile by design (a long line, quotes a thousand deep,
right-to-left marks). An input may be refused with one of our messages; anything else that is raised is a
crash and is saved.

Run with: python benchmarks/reading/fuzz.py --minutes 60 [--seed 1] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import time
import traceback
import warnings
import zipfile
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from goodoffices.errors import GoodofficesError
from goodoffices.reports.source import from_bytes
from goodoffices.statements.evidence import check_evidence
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.jsonl import parse_reading, reading_lines
from goodoffices.statements.language import mark_languages
from goodoffices.statements.names import index_names
from goodoffices.statements.reader import read_report
from goodoffices.workspace.parser import load_parser

TEXT = (
    "Published: 20 May 2019\n\nKenya’s foreign minister said: “We reject the ‘draft’ of Norway – for now.” "
    "She added that Kenya would accept monitors only if Somalia withdrew first.\n\nAsked if talks go on, "
    'he answered: "Perhaps." One option is a ceasefire. The African Union, which supplied it, supports it.\n'
)
HTML = (
    "<!doctype html><html><head><title>Talks</title><meta property='og:site_name' content='Courier'>"
    '<script type=\'application/ld+json\'>{"@type":"NewsArticle","datePublished":"2019-05-20"}</script>'
    "</head><body><nav><a>Home</a></nav><article><h1>Talks</h1><p>Kenya rejected the plan, <b>said</b> "
    "Norway&nbsp;&mdash; twice.</p><ul><li>“No,” it said.</li></ul><table><tr><td>a</td></tr></table>"
    "</article><!-- x --></body></html>"
)
FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>W</title><item><title>Talks</title>"
    "<pubDate>Wed, 20 Aug 2025 10:00:00 GMT</pubDate><description><![CDATA[<p>Kenya accepted it.</p>]]>"
    "</description></item></channel></rss>"
)
TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\f", b"\x1b", b"\x7f", b"\xc2\x85"),
    *("“".encode(), "”".encode(), "\u202e".encode(), "\u200f".encode(), "\ufffe".encode(), "👩‍🚀".encode()),
    *(
        "\u0301".encode(),
        "שלום".encode(),
        "مرحبا".encode(),
        b"'",
        b'"',
        b"said",
        b" not ",
        b"who ",
        b" that ",
    ),
    *(b"<p>", b"</", b"<![CDATA[", b"<!--", b"&#x0;", b"&amp;amp;", b"]]>", b"<svg>", b"<", b">" * 50),
    *(
        b"Content-Type:",
        b"boundary=",
        b"=?utf-8?q?",
        b"endobj",
        b"stream",
        b"/Length 99999999",
        b"PK\x03\x04",
    ),
    *(b"Q: ", b"14:05 ", b"- ", b"# ", b"---\n", b"| a | b |", b"9" * 40, b"A" * 300, b"(" * 200),
)


def pdf() -> bytes:
    """Return a PDF of two pages."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for words in ("Kenya rejected the plan", "of Norway. They met."):
        page = writer.add_blank_page(width=600, height=800)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx() -> bytes:
    """Return a Word document, stored without compression so that changed bytes reach its XML."""
    document = Document()
    document.add_paragraph("Kenya rejected the plan of Norway.")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "They met."
    packed, plain = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return plain.getvalue()


def mail() -> bytes:
    """Return a message with an alternative and attachments."""
    message, inner = EmailMessage(), EmailMessage()
    message["From"], message["Subject"] = "A <a@example.org>", "=?utf-8?q?caf=C3=A9?="
    message["Date"] = "Wed, 20 Aug 2025 23:30:00 -0700"
    message.set_content("Kenya rejected the plan.\n\n> q\n\n-- \nA.\n")
    message.add_alternative("<p>Kenya rejected the plan.</p>", subtype="html")
    message.add_attachment("Norway accepted it.", filename="a.txt")
    inner.set_content("Somalia agreed.")
    message.add_attachment(inner)
    return message.as_bytes()


def hostile(draw: random.Random) -> tuple[str, bytes]:
    """Return an input that is hostile by design."""
    depth = draw.choice([10, 50, 300, 1_000])
    return draw.choice(
        [
            ("long.txt", b"Kenya said no " * draw.choice([100, 1_000, 3_000])),
            ("nested.txt", ("“He said ‘" * depth + "no" + "’ she said.”" * depth).encode()),
            ("deep.html", b"<div>" * depth + b"Kenya rejected it." + b"</div>" * draw.choice([0, depth])),
            ("wide.html", b"<table>" + b"<tr><td>Kenya said no.</td></tr>" * depth),
            ("mixed.txt", ("\u202eKenya\u202c rejected שלום the مرحبا plan. " * depth).encode()),
            ("marks.txt", ("e" + "\u0301" * depth + " rejected it. ").encode() * 20),
            ("quotes.txt", b'Kenya said "no" and "yes, "' * depth),
            ("deep.md", b"> " * depth + b"Kenya rejected it.\n" + b"#" * depth),
            ("control.txt", bytes(draw.randrange(1, 32) for _ in range(depth)) + TEXT.encode() * 20),
        ]
    )


def changed(data: bytes, draw: random.Random) -> bytes:
    """Return the bytes with a few places changed."""
    found = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        place = draw.randrange(len(found) + 1)
        kind = draw.random()
        if kind < 0.4:
            found[place:place] = draw.choice(TOKENS)
        elif kind < 0.6:
            del found[place : place + draw.randint(1, 60)]
        elif kind < 0.8 and place < len(found):
            found[place] = draw.randrange(256)
        else:
            other = draw.randrange(len(found) + 1)
            found[place:place] = found[other : other + draw.randint(1, 80)]
    return bytes(found)


def repacked(data: bytes, draw: random.Random) -> bytes:
    """Return a Word document with its text changed and its sums right, or one with a few bytes changed."""
    if draw.random() < 0.2:
        return changed(data, draw)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        part = draw.choice(["word/document.xml", "word/document.xml", *old.namelist()])
        for name in old.namelist():
            new.writestr(name, changed(old.read(name), draw) if name == part else old.read(name))
    return out.getvalue()


def check(name: str, data: bytes) -> str:
    """Read an input to its end and check what came out; return what happened.

    Raises:
        AssertionError: Something was lost or invented.
    """
    try:
        contents = from_bytes(data, id="r", name=name)
    except GoodofficesError as error:
        _holds(10 < len(str(error)) < 5_000, "a message nobody can read")
        return "refused"
    for report in contents.reports:
        marked = mark_languages(report)
        _holds(marked.text == report.text, "text was lost")
        reading = read_report(marked, load_parser(), NAMES)
        for evidence in reading.evidence().values():
            check_evidence(evidence, marked)
        _holds(parse_reading(reading_lines(reading), [marked]) == reading, "a round trip changed something")
    return "read"


def _holds(fact: bool, what: str) -> None:
    if not fact:
        raise AssertionError(what)


NAMES = index_names(load_gazetteer())


def seeds() -> dict[str, bytes]:
    """Return a good file of every kind, by name."""
    message = mail()
    return {
        "a.txt": TEXT.encode(),
        "a.md": b"---\ntitle: Talks\n---\n# Talks\n\n" + TEXT.encode(),
        "a.html": HTML.encode(),
        "a.xml": FEED.encode(),
        "a.eml": message,
        "a.mbox": b"".join(b"From a@b Wed Aug 20 10:00:00 2025\n" + message + b"\n" for _ in range(2)),
        "a.pdf": pdf(),
        "a.docx": docx(),
    }


def tell(counts: Counter[tuple[str, str]]) -> None:
    """Print how many inputs of each kind came to which end."""
    print(f"{'kind':<6} {'read':>8} {'refused':>8} {'crashed':>8}")
    for kind in sorted({kind for kind, _ in counts}):
        columns = (counts[kind, what] for what in ("read", "refused", "CRASHED"))
        print(f"{kind:<6} " + " ".join(f"{count:>8,}" for count in columns))


def main() -> None:
    """Fuzz for the given time and print what happened."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    given = options.parse_args()
    warnings.simplefilter("ignore")
    draw = random.Random(given.seed)  # noqa: S311 - no secret
    files = seeds()
    counts, crashes, slowest = Counter[tuple[str, str]](), 0, (0.0, "")
    end = time.monotonic() + 60 * given.minutes
    while time.monotonic() < end:
        if draw.random() < 0.02:
            name, data = hostile(draw)
        else:
            name = draw.choice(list(files))
            data = (repacked if name == "a.docx" else changed)(files[name], draw)
        start = time.monotonic()
        try:
            what = check(name, data)
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            crashes += 1
            what = "CRASHED"
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{crashes:03}-{name}").write_bytes(data)
            print(f"{name}: {traceback.format_exc(limit=-3)}", flush=True)
        counts[name.rsplit(".", 1)[1], what] += 1
        slowest = max(slowest, (time.monotonic() - start, name))
    tell(counts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{sum(counts.values()):,} inputs in {given.minutes:g} min, seed {given.seed}; {crashes} crashes; "
        f"largest memory {memory:,.0f} MB; slowest input {slowest[0]:.1f} s ({slowest[1]})"
    )
    sys.exit(1 if crashes else 0)


if __name__ == "__main__":
    main()
