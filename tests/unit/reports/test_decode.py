"""How bytes become characters, and when they are refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.decode import decode

SENTENCES = {
    "ru": "Министр заявил, что переговоры о мире будут продолжены в Женеве на следующей неделе.",
    "uk": "Президент відкинув цю пропозицію і наголосив, що переговори триватимуть наступного тижня.",
    "fr": "Le ministre a déclaré que les négociations étaient très éloignées d’un accord à Genève.",
    "de": "Der Außenminister erklärte, die Gespräche über Sicherheitsgarantien seien überaus schwierig.",
    "es": "El presidente rechazó la propuesta de paz según la cual la reunión sería mañana en España.",
    "pl": "Minister oświadczył, że rozmowy o gwarancjach bezpieczeństwa są trudne i żadna strona nie ustąpi.",
    "el": "Ο υπουργός δήλωσε ότι οι συνομιλίες για τις εγγυήσεις ασφαλείας παραμένουν δύσκολες.",
    "he": "שר החוץ אמר כי השיחות על ערבויות הביטחון נותרו קשות והצדדים רחוקים מהסכם.",
    "ar": "قال وزير الخارجية إن المحادثات حول الضمانات الأمنية لا تزال صعبة وإن الطرفين بعيدان.",
    "tr": "Dışişleri Bakanı, güvenlik garantileri üzerine görüşmelerin zor geçtiğini söyledi "
    "ve tarafların uzak olduğunu açıkladı.",
    "zh": "中国表示愿意在解决危机中发挥建设性作用。外交部发言人在记者会上说。" * 3,
    "ja": "外務大臣は安全保障に関する協議が困難であると述べた。次の会合は火曜日に開かれる。",
    "cs": "Ministr zahraničí prohlásil, že rozhovory o zárukách jsou obtížné. Příští schůzka bude v úterý.",
}
SURE = [
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "cp866"),
    ("ru", "iso8859-5"),
    ("uk", "cp1251"),
    ("uk", "koi8-u"),
    ("fr", "cp1252"),
    ("de", "cp1252"),
    ("es", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("el", "cp1253"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    ("tr", "cp1254"),
    ("zh", "gb18030"),
]
UNSURE = [("cs", "iso8859-2"), ("ja", "euc_jp"), ("ja", "shift_jis")]


@pytest.mark.parametrize(("language", "encoding"), SURE)
def test_old_encodings_are_told_apart(language: str, encoding: str) -> None:
    """These sentences are long enough to tell the encoding, and the letters come out right."""
    data = SENTENCES[language].encode(encoding, "ignore")
    assert decode(data, name="a.txt") == data.decode(encoding)


@pytest.mark.parametrize(("language", "encoding"), UNSURE)
def test_a_guess_without_confidence_is_refused(language: str, encoding: str) -> None:
    """Where two readings are as likely, the message names the first bad byte and the way out."""
    data = b"abc " + SENTENCES[language].encode(encoding)
    bad = next(index for index, byte in enumerate(data) if byte >= 0x80)
    with pytest.raises(ReportError, match=rf"a\.txt is not UTF-8 .* at offset {bad}\), .*iconv"):
        decode(data, name="a.txt")


def test_windows_quotation_marks_in_english_are_read() -> None:
    """Curly quotes and dashes have the same bytes in all Windows encodings, so nothing is guessed."""
    text = "The talks were “a road to nowhere” – and Kyiv’s allies agreed…"
    assert decode(text.encode("cp1252"), name="a.txt") == text


def test_utf_8_is_kept_to_the_character() -> None:
    """Line ends and a byte order mark stay."""
    text = "\ufeffKöln\r\nGenève\r"
    assert decode(text.encode(), name="a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    """With a mark, UTF-16 and UTF-32 are read, and the mark is the first character."""
    assert decode("\ufeffKöln".encode(encoding), name="a.txt") == "\ufeffKöln"


def test_a_file_that_breaks_its_own_mark_is_refused() -> None:
    """Half a character behind a byte order mark is named with its offset."""
    with pytest.raises(ReportError, match=r"says it is UTF-16-LE, but the byte at offset 4 \(0x61\)"):
        decode(b"\xff\xfeA\x00a", name="a.txt")


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1251">', "<meta http-equiv=a content='text/html; charset=cp1251'>"],
)
def test_html_declares_its_encoding(declaration: str) -> None:
    """The encoding named in the head of a page is used, however little text there is."""
    page = f"<html><head>{declaration}</head><p>Киев</p>"
    assert decode(page.encode("cp1251"), name="a.html") == page


def test_latin_1_means_windows_1252_in_a_page() -> None:
    """As browsers do, a page that says Latin-1 is read as Windows-1252."""
    page = "<html><meta charset=iso-8859-1><p>“déjà”</p>"
    assert decode(page.encode("cp1252"), name="a") == page


def test_a_page_in_utf_8_is_read_so_whatever_it_declares() -> None:
    """Bytes that fit UTF-8 are UTF-8, also in a page that says otherwise."""
    page = "<html><meta charset=windows-1252><p>Köln</p>"
    assert decode(page.encode(), name="a.html") == page


def test_a_page_in_a_hiding_encoding_is_believed() -> None:
    """ISO-2022-JP is made of ASCII bytes, so the declaration decides; a broken one is refused."""
    page = "<html><meta charset=iso-2022-jp><p>協議</p>"
    assert decode(page.encode("iso2022_jp"), name="a.html") == page
    with pytest.raises(ReportError, match="says it is GBK"):
        decode(b"<html><meta charset=gbk><p>\xff\xff</p>", name="a.html")


def test_a_page_that_breaks_its_declaration_is_refused() -> None:
    """A byte that the declared encoding lacks is not passed over."""
    with pytest.raises(ReportError, match=r"first bad byte 0x81 at offset"):
        decode(b"<html><meta charset=windows-1252><p>a \x81 b</p>", name="a.html")


@pytest.mark.parametrize("charset", ["utf-16", "rot13", "nonsense", "base64"])
def test_a_declaration_that_cannot_be_true_is_passed_over(charset: str) -> None:
    """What is no encoding of bytes, or could not have been read so far, is ignored."""
    page = f"<html><meta charset={charset}><p>Köln</p>"
    assert decode(page.encode(), name="a.html") == page


def docx() -> bytes:
    """Return a small archive with the folder that Word documents have."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(), "a Word document"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\nrest", "a PNG image"),
        (b"\xff\xd8\xff\xe0rest", "a JPEG image"),
        (b"MZ\x90\x00\x03", "a Windows program"),
        (b"%PDF-1.7 rest", "a PDF file"),
        (b"{\\rtf1 rest}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old Word"),
        (b"abc\x00def", r"binary \(a NUL byte at offset 3\)"),
        (b"\x01\x02\x03abcdef", "full of control characters"),
        ("Talks".encode("utf-16-le"), "UTF-16 without a byte order mark; try 'iconv -f UTF-16LE"),
        ("Talks".encode("utf-16-be"), "UTF-16 without a byte order mark; try 'iconv -f UTF-16BE"),
    ],
)
def test_binary_files_are_named_for_what_they_look_like(data: bytes, kind: str) -> None:
    """A file that is no text is refused with its kind."""
    with pytest.raises(ReportError, match=kind):
        decode(data, name="a.txt")


def test_letters_that_open_like_a_program_are_text() -> None:
    """A text may open with the letters MZ."""
    assert decode(b"MZ is a code.", name="a.txt") == "MZ is a code."


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "is empty"), (b" \r\n", "is empty"), ("\ufeff\u2028 ".encode(), "nothing but white space")],
)
def test_a_file_without_words_is_refused(data: bytes, words: str) -> None:
    """An empty file and one with nothing but white space are refused."""
    with pytest.raises(ReportError, match=words):
        decode(data, name="a.txt")
