"""Data sets on kept promises, as users download them."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.workspace import studies as module
from goodoffices.workspace.studies import (
    base_rate,
    load_atop,
    load_berkemeier_fuhrmann,
    load_huth,
    load_leeds_anac,
)

LEEDS = """war,atopid,ccode1,honor3,milinst,formal,chcap2d,dinstch2,origtar1
10.0,1030.0,300.0,0.0,2.0,1.0,1.0,1.0,1.0
10.0,1050.0,300.0,1.0,2.0,,1.0,1.0,1.0
"""
ATOP = """atopid,defense,offense,neutral,nonagg,consul,wartime,formal,milinst
1020,1,0,0,1,1,0,1,2
1025,0,1,0,0,0,1,1,
"""
BF = """warid,atopid,warname,multilateral,dnaLLM,honorLLM,defense,offense,neutral,nonagg,consul
4,1020.0,Austro-Sardinian1848-1849,1,1,,1.0,0.0,0.0,1.0,1.0
19,1020.0,SevenWeeks1866,1,,1,1.0,0.0,0.0,1.0,1.0
53,1025.0,WorldWarII,0,,,0.0,1.0,0.0,0.0,0.0
99,1025.0,AWarWithoutYear,0,,0,0.0,1.0,0.0,0.0,0.0
"""
HUTH_HEAD = (
    "case,year,outcome,nuclear,ibf,sbf,lbf,milallia,milarm,"
    "fortrade,stalemat,tft,firmflex,dem_def,dem_att,syear\n"
)
HUTH = HUTH_HEAD + "1,1885,1,0,0.5,0.4,0.5,1,10,0,0,1,1,1,0,0\n2,1885,4,0,0.5,2.9,6.0,0,8,2.5,0,0,0,1,0,0\n"


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_cases_of_leeds_and_anac_are_read(tmp_path: Path) -> None:
    """Kept is full honour; what is not coded counts as 0."""
    study = load_leeds_anac(written(tmp_path, "a.csv", LEEDS))
    assert study.kept.tolist() == [False, True]
    assert study.columns["formal"].tolist() == [1.0, 0.0]
    assert study.war == ("10.0", "10.0")
    rate = base_rate(study, "promises of single states")
    assert (rate.kept, rate.cases, rate.reference_class) == (1, 2, "promises of single states")
    assert "Leeds and Anac (2005)" in rate.source


def test_alliances_that_could_not_be_kept_or_broken_are_left_out(tmp_path: Path) -> None:
    """Cases carry the war's year and what ATOP says of the alliance."""
    study = load_berkemeier_fuhrmann(written(tmp_path, "b.csv", BF), written(tmp_path, "atop.csv", ATOP))
    assert study.kept.tolist() == [True, False, False]
    assert study.year[:2].tolist() == [1866.0, 1939.0]
    assert math.isnan(study.year[2])
    assert study.columns["wartime"].tolist() == [0.0, 1.0, 1.0]
    late = base_rate(study, "offence", where=study.columns["offense"] == 1.0)
    assert (late.kept, late.cases) == (0, 2)
    with pytest.raises(ModelError, match="0 kept of 0"):
        base_rate(study, "nobody", where=study.year > 2100)


def test_an_alliance_that_is_not_in_atop_is_named(tmp_path: Path) -> None:
    """The two files belong together."""
    atop = written(tmp_path, "atop.csv", ATOP.replace("1025", "9999"))
    with pytest.raises(ModelError, match=r"alliance 1025.0 is not in"):
        load_berkemeier_fuhrmann(written(tmp_path, "b.csv", BF), atop)


def test_crises_of_huth_have_the_published_regressors(tmp_path: Path) -> None:
    """Twenty-one coefficients in four utilities, and an attack wherever the status quo did not last."""
    study = load_huth(written(tmp_path, "h.csv", HUTH))
    assert len(study.crises.names()) == 21
    assert study.crises.outcome.tolist() == [0, 2]
    assert study.attacked.tolist() == [False, True]
    with pytest.raises(ModelError, match=r"outcome 7 is none of 1 \(status quo\)"):
        load_huth(written(tmp_path, "h.csv", HUTH.replace("1885,4", "1885,7")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "the columns war, atopid, ccode1.* are missing; give the authors' replication file"),
        (LEEDS.replace("honor3", "honour"), "the column honor3 is missing"),
        (LEEDS.splitlines()[0] + "\n", "has no rows"),
        (LEEDS.replace("2.0", "two", 1), "'two' in column milinst is not a number"),
    ],
)
def test_a_file_that_is_another_is_refused(text: str, message: str, tmp_path: Path) -> None:
    """The message names the file, what is missing and the way out."""
    with pytest.raises(ModelError, match=message):
        load_leeds_anac(written(tmp_path, "a.csv", text))


def test_files_that_are_not_there_or_not_text_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing, a binary and a huge file each get a message."""
    with pytest.raises(ModelError, match=r"cannot be read .* download the data"):
        load_atop(tmp_path / "nothing.csv")
    binary = tmp_path / "a.dta"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ModelError, match="is not text; save the data as CSV"):
        load_atop(binary)
    monkeypatch.setattr(module, "MAX_BYTES", 2)
    with pytest.raises(ModelError, match="bytes are more than"):
        load_atop(binary)
