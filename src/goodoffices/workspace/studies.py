"""Read published data sets on kept promises, from files that users download themselves.

Nothing of these data is in the project: their licences do not clearly allow it. Each loader says which
columns it needs, and refuses a file without them.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.likelihood import BaseRate
from goodoffices.models.guarantees.strategic_probit import Crises
from goodoffices.workspace.files import check_file

__all__ = [
    "CrisisStudy",
    "Study",
    "base_rate",
    "load_atop",
    "load_berkemeier_fuhrmann",
    "load_huth",
    "load_leeds_anac",
]

Column = NDArray[np.float64]
Flags = NDArray[np.bool_]

MAX_BYTES = 50_000_000

LEEDS_ANAC = ("milinst", "formal", "chcap2d", "dinstch2", "origtar1")
DUTIES = ("defense", "offense", "neutral", "nonagg", "consul")
HUTH = (
    *("nuclear", "ibf", "sbf", "lbf", "milallia", "milarm", "fortrade", "stalemat", "tft", "firmflex"),
    *("dem_def", "dem_att", "syear"),
)
WORLD_WARS = {"WorldWarI": 1914, "WorldWarII": 1939}


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """Promises that were put to the test, in a study that defines its cases.

    Attributes:
        citation: Authors, year and title.
        case: What one case is.
        kept: Which were kept.
        war: The war of each case.
        year: The year in which it began; not a number where the file does not tell.
        columns: What is known of each case.
    """

    citation: str
    case: str
    kept: Flags
    war: tuple[str, ...]
    year: Column
    columns: Mapping[str, Column]


@dataclass(frozen=True, slots=True, eq=False)
class CrisisStudy:
    """Crises in which one state threatened another's protégé.

    Attributes:
        citation: Authors, year and title.
        crises: The crises, with the regressors of the published strategic probit.
        attacked: Which saw an attack.
        case: Id of each crisis.
        year: Its year.
        columns: What is known of each crisis.
    """

    citation: str
    crises: Crises
    attacked: Flags
    case: tuple[str, ...]
    year: Column
    columns: Mapping[str, Column]


def base_rate(study: Study, reference_class: str, *, where: Flags | None = None) -> BaseRate:
    """Return how often promises of a class were kept.

    Args:
        study: The study.
        reference_class: The class in plain words: it is shown with the rate.
        where: Which cases belong to it; all if not given.

    Raises:
        ModelError: If no case does.
    """
    kept = study.kept if where is None else study.kept[where]
    return BaseRate(int(kept.sum()), len(kept), reference_class, study.citation)


def load_leeds_anac(path: Path) -> Study:
    """Read the cases of Leeds and Anac (2005), one for each war, alliance and state, 1816 to 1944.

    Raises:
        ModelError: The file cannot be read, or columns are missing.
    """
    rows = _rows(path, ("war", "atopid", "ccode1", "honor3", *LEEDS_ANAC))
    return Study(
        "Leeds and Anac (2005), Alliance institutionalization and alliance performance, International "
        "Interactions 31",
        "one state's promise under one alliance in one war, 1816–1944",
        _column(path, rows, "honor3") == 1.0,
        tuple(row["war"] for row in rows),
        np.full(len(rows), math.nan),
        {name: _column(path, rows, name) for name in LEEDS_ANAC},
    )


def load_berkemeier_fuhrmann(path: Path, atop: Path) -> Study:
    """Read the cases of Berkemeier and Fuhrmann (2018) in which an alliance could be kept or broken.

    Args:
        path: Their data, one row for each war and alliance, 1816 to 2003.
        atop: The alliances of ATOP, which tell whether one was concluded during a war.

    Raises:
        ModelError: A file cannot be read, columns are missing, or an alliance is not in ATOP.
    """
    needed = ("warid", "atopid", "warname", "multilateral", "dnaLLM", "honorLLM", *DUTIES)
    rows = [row for row in _rows(path, needed) if row["dnaLLM"].strip() != "1"]
    alliances = load_atop(atop)
    for row in rows:
        if _id(row["atopid"]) not in alliances:
            raise ModelError(
                f"{path}: alliance {row['atopid']} is not in {atop}; give the alliances of ATOP 4"
            )
    columns = {name: _column(path, rows, name) for name in (*DUTIES, "multilateral")}
    for name in ("wartime", "formal", "milinst"):
        columns[name] = np.array([alliances[_id(row["atopid"])][name] for row in rows])
    return Study(
        "Berkemeier and Fuhrmann (2018), Reassessing the fulfillment of alliance commitments in war, "
        "Research and Politics 5",
        "one alliance in one war, 1816–2003, kept only if all members concerned kept it",
        np.array([row["honorLLM"].strip() == "1" for row in rows]),
        tuple(row["warid"] for row in rows),
        np.array([_year(row["warname"]) for row in rows]),
        columns,
    )


def load_atop(path: Path) -> Mapping[str, Mapping[str, float]]:
    """Read the alliances of ATOP by their number.

    Returns:
        For each alliance its duties, whether it was concluded in wartime, whether it is formal and how far
        it has military institutions; what is not coded counts as 0, as in the source.

    Raises:
        ModelError: The file cannot be read, or columns are missing.

    References:
        Leeds, Ritter, Mitchell and Long (2002), Alliance treaty obligations and provisions, 1815-1944,
        International Interactions 28.
    """
    names = (*DUTIES, "wartime", "formal", "milinst")
    rows = _rows(path, ("atopid", *names))
    return {_id(row["atopid"]): {name: _number(path, row, name) for name in names} for row in rows}


def load_huth(path: Path) -> CrisisStudy:
    """Read the 58 crises of Huth (1988) as Signorino and Tarar (2006) use them.

    Raises:
        ModelError: The file cannot be read, columns are missing, or an outcome is none of 1, 3 and 4.
    """
    rows = _rows(path, ("case", "year", "outcome", *HUTH))
    columns = {name: _column(path, rows, name) for name in HUTH}
    codes = {1.0: 0, 3.0: 1, 4.0: 2}
    given = _column(path, rows, "outcome")
    unknown = sorted(set(given.tolist()) - set(codes))
    if unknown:
        raise ModelError(
            f"{path}: outcome {unknown[0]:g} is none of 1 (status quo), 3 (no resistance), 4 (war); "
            "check the file"
        )
    outcome = np.array([codes[value] for value in given.tolist()], dtype=np.int64)
    return CrisisStudy(
        "Huth (1988), Extended deterrence and the prevention of war; Signorino and Tarar (2006), A unified "
        "theory and test of extended immediate deterrence",
        Crises(_published_regressors(columns), outcome),
        outcome > 0,
        tuple(row["case"] for row in rows),
        _column(path, rows, "year"),
        columns,
    )


def _published_regressors(columns: Mapping[str, Column]) -> dict[str, dict[str, Column]]:
    """Return which regressors enter which utility, as in table 4 of Crisman-Cox, Gasparyan and Signorino."""
    constant = {"constant": np.ones(len(columns["syear"]))}

    def some(*names: str) -> dict[str, Column]:
        return {name: columns[name] for name in names}

    return {
        "attacker_status_quo": constant | some("tft", "firmflex", "dem_att", "syear"),
        "attacker_win": constant,
        "attacker_war": some("nuclear", "ibf", "sbf", "lbf", "milallia", "milarm"),
        "defender_war": constant
        | some("nuclear", "ibf", "sbf", "milallia", "milarm", "fortrade", "stalemat", "dem_def"),
    }


def _rows(path: Path, needed: Iterable[str]) -> list[dict[str, str]]:
    try:
        check_file(path)
        raw = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"{path} cannot be read ({error.strerror}); download the data, and name the file"
        ) from None
    if len(raw) > MAX_BYTES:
        raise ModelError(f"{path}: {len(raw):,} bytes are more than such a file may have ({MAX_BYTES:,})")
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise ModelError(f"{path} is not text; save the data as CSV in UTF-8") from None
    reader = csv.DictReader(lines)
    missing = [name for name in needed if name not in (reader.fieldnames or ())]
    if missing:
        raise ModelError(
            f"{path}: the column{'s' * (len(missing) > 1)} {', '.join(missing)} "
            f"{'are' if len(missing) > 1 else 'is'} missing; give the authors' replication file, saved as CSV"
        )
    rows = [row for row in reader if any(value for value in row.values() if isinstance(value, str))]
    if not rows:
        raise ModelError(f"{path} has no rows; give the authors' replication file, saved as CSV")
    return rows


def _column(path: Path, rows: list[dict[str, str]], name: str) -> Column:
    return np.array([_number(path, row, name) for row in rows])


def _number(path: Path, row: Mapping[str, str | None], name: str) -> float:
    text = (row[name] or "").strip()
    try:
        return float(text) if text else 0.0
    except ValueError:
        raise ModelError(f"{path}: '{text[:40]}' in column {name} is not a number; check the file") from None


def _id(text: str) -> str:
    return text.strip().split(".")[0]


def _year(war: str) -> float:
    found = re.search(r"\d{4}", war)
    return float(found.group()) if found else float(WORLD_WARS.get(war.strip(), math.nan))
