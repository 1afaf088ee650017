"""YAML as far as cases use it: what is read, what is refused, and that hostile files cost little."""

from __future__ import annotations

import subprocess
import sys

import pytest

from goodoffices.case.document import compose, decode
from goodoffices.case.nodes import Mapping, Node, Place, Refusal, Scalar, Sequence
from goodoffices.case.parse import CaseFileError, parse_case_bytes

MEASURE = """
import pathlib, re, sys
from goodoffices.case.parse import CaseFileError, parse_case_bytes
try:
    parse_case_bytes(sys.stdin.buffer.read())
except CaseFileError as error:
    # The peak of this process alone: getrusage would count that of the test run it was started from.
    peak = re.search(r"VmHWM:\\s+(\\d+) kB", pathlib.Path("/proc/self/status").read_text())
    print(int(peak.group(1)) // 1024, str(error).splitlines()[0])
"""

LAUGHS = "a0: &a0 [ha]\n" + "".join(f"a{n + 1}: &a{n + 1} [{f'*a{n}, ' * 9}]\n" for n in range(40))
SOURCE = "{status: claim, because: [s]}"
HOSTILE = {
    "billion laughs": (LAUGHS.encode(), "anchors and aliases"),
    "brackets on one line": (b"[" * 100_000, "the limit is 10,000: break it"),
    "brackets within the line limit": (b"[" * 9_999, "nested 40 levels deep"),
    "brackets on many lines": (b"[\n" * 49_000, "nested 40 levels deep"),
    "braces": (b"{a: " * 2_400, "nested 40 levels deep"),
    "lists in lists": (b"- " * 4_900, "nested 40 levels deep"),
    "stairs": ("\n".join(" " * step + "a:" for step in range(2_000)).encode(), "nested 40 levels deep"),
    "one long line": (b"title: " + b"x" * 4_900_000, "the limit is 10,000: break it"),
    "too large": (b"#" * 5_000_001, "the limit is 5,000,000"),
    "empty lines": (b"\n" * 4_999_999, "the limit is 50,000"),
    "too many values": (b"- a\n" * 40_000, "more than 20,000 values"),
    "many problems": ("".join(f"k{n}: {{a: 1}}\n" for n in range(4_900)).encode(), "no key 'k0'"),
    "many wrong references": (
        "\n".join(
            [
                "title: T\nparties:",
                *(f"  party_{n}_{'x' * 80}: {{name: P}}" for n in range(2_000)),
                "disagreements:",
                *(f"  - {{parties: [p_{'y' * 80}{n}], issues: [], coding: {SOURCE}}}" for n in range(700)),
            ]
        ).encode(),
        "no party",
    ),
    "not UTF-8": (b"a: 1\n" * 900_000 + b"\xff", "the byte 0xff at offset 4500000"),
    "tags": (b"a: !!python/object/apply:os.system ['true']", "the tag '!!python/object/apply:os.system'"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_refused_within_200_megabytes(kind: str) -> None:
    """A file made to do harm is refused with a message, and no process that reads it grows past 200 MB."""
    data, words = HOSTILE[kind]
    run = subprocess.run([sys.executable, "-c", MEASURE], input=data, capture_output=True, check=True)
    peak, _, message = run.stdout.decode().partition(" ")
    assert words in message
    assert int(peak) < 200


def refused(text: str) -> str:
    """Return place and message of the problem that ends the reading of a text."""
    with pytest.raises(Refusal) as refusal:
        compose(text)
    return refusal.value.problem.located("f")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &x 1", "f:1:4: a: anchors and aliases are not part of the case format; write the value out"),
        (
            "a: [1, *x]",
            "f:1:8: a.2: anchors and aliases are not part of the case format; write the value out",
        ),
        ("&k a: 1", "f:1:1: anchors and aliases are not part of the case format; write the value out"),
        ("a: !!str 1", "f:1:4: a: the tag '!!str' is not part of the case format; remove it"),
        ("a: ! 1", "f:1:4: a: the tag '!' is not part of the case format; remove it"),
        ("? [a]\n: b", "f:1:3: a key must be a text, not a list or keys"),
        ("a: 1\n---\nb: 2", "f:2:1: a second document begins here; a case file holds one"),
        ("a: b: c", "f:1:5: a second ':' follows on this line; put the text in quotes"),
        ("a:\n\t- b", "f:2:1: indent with spaces, not with a tab"),
        ("a: 'x", "f:1:6: a quotation mark is opened here and not closed"),
        ("a: [1, 2", "f:1:9: a list in brackets needs ',' between its entries and ']' at its end"),
        ("a: {b: 1", "f:1:9: keys in braces need ',' between them and '}' at their end"),
        ("a: {b: 1}}", "f:1:10: a bracket is closed here that was not opened"),
        ("a: [,]", "f:1:5: a value is missing here"),
        ("a: - b", "f:1:4: an entry of a list ('- …') begins on a line of its own"),
        ("a: 'b' c", "f:1:8: the indentation does not match the lines above"),
        ("a:\n  b: 1\n c: 2", "f:3:2: the indentation does not match the lines above"),
        ("'a'\n'b'", "f:2:1: this text belongs to no key; check the quotation marks above it"),
        ('a: "\\q"', "f:1:6: a backslash in double quotes needs another one before it"),
        ("a: @x", "f:1:4: this character has a meaning in YAML; put the text in quotes"),
        ("a: 1\nb: \x07", "f:2:4: the control character U+0007 is not allowed; remove it"),
        ('a: "\\ud800"', "f:1:4: half of a character pair stands alone here; write the whole character"),
        ('a: "\\UFFFFFFFF"', "f:1:1: the file is not YAML: 'Python int too large to convert to C int'"),
        ("x\n" * 50_001, "f:1:1: the file has 50,001 lines; the limit is 50,000"),
        ("\n" + "x" * 10_001, "f:2:1: this line has 10,001 characters; the limit is 10,000: break it"),
        ("- a\n" * 20_000, "f:20000:3: 20000: the file has more than 20,000 values; split the case"),
        ("x" * 5_000_001, "f:1:1: the file has 5,000,001 characters; the limit is 5,000,000"),
    ],
)
def test_what_the_format_leaves_out_is_refused_with_its_place(text: str, line: str) -> None:
    """Each part of YAML that cases do without, and each slip, has its own message."""
    assert refused(text) == line


def test_thirty_nine_levels_pass_and_forty_do_not() -> None:
    """Nesting is refused from forty levels on."""
    assert isinstance(compose("[" * 39 + "]" * 39).root, Sequence)
    assert refused("[" * 40 + "]" * 40).startswith("f:1:40: lists and keys are nested 40 levels deep")


def test_keys_written_twice_are_reported_with_both_lines() -> None:
    """The second of two equal keys is a problem that names the line of the first; reading goes on."""
    document = compose("a: 1\nb: {c: 1, c: 2}\n'a': 3\n")
    assert [problem.located("f") for problem in document.problems] == [
        "f:2:11: b.c: the key 'c' is written twice, first on line 2; keep one of them",
        "f:3:1: a: the key 'a' is written twice, first on line 1; keep one of them",
    ]
    assert isinstance(document.root, Mapping)
    assert document.root.entries["a"][1] == Scalar("1", Place(1, 4))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("12", 12),
        ("-012", -12),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e-07", 1e-07),
        ("-.inf", float("-inf")),
        ("1" * 40, float("1" * 40)),
        ("'12'", "12"),
        ('"null"', "null"),
        ("2025-08-22", "2025-08-22"),
        ("12:30", "12:30"),
    ],
)
def test_scalars_follow_yaml_1_2(text: str, value: object) -> None:
    """Only the words and numbers of the core schema are anything but texts."""
    assert entry(f"a: {text}").value() == value


def test_offsets_are_columns_where_the_text_stands_on_one_line_as_it_is() -> None:
    """The place of a character inside a text is exact where no line was folded and nothing escaped."""
    assert entry("a: bcd").place_at(2) == Place(1, 6)
    assert entry("a: 'bcd'").place_at(2) == Place(1, 7)
    assert entry("a: 'it''s'").place_at(2) == Place(1, 4)
    assert entry("a: b\n  c").place_at(2) == Place(1, 4)
    assert entry("a: >-\n  b").place_at(0) == Place(1, 4)


def entry(text: str) -> Scalar:
    """Return the value of the key `a`."""
    root: Node = compose(text).root
    assert isinstance(root, Mapping)
    value = root.entries["a"][1]
    assert isinstance(value, Scalar)
    return value


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    """A file with a byte-order mark reads like one without, and other encodings are named as bytes."""
    assert decode("a: ü".encode("utf-8-sig")) == "a: ü"
    with pytest.raises(CaseFileError, match=r"c.yaml:1:1: the byte 0xff at offset 0 is not UTF-8"):
        parse_case_bytes("title: x".encode("utf-16"), name="c.yaml")
