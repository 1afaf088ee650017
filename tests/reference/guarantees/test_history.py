"""Published estimates and known scores, where the data sets lie beside the project.

The data are not part of the project; without them these tests are skipped. Put them where
docs/how-to/score-guarantees-on-history.md says, or name the folder in GOODOFFICES_DATA.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.kept_promises import leave_one_out, logit_predictor, ridge_logit
from goodoffices.models.guarantees.scoring import auc, brier
from goodoffices.models.guarantees.strategic_probit import attack_predictor, fit
from goodoffices.workspace.studies import (
    Study,
    base_rate,
    load_berkemeier_fuhrmann,
    load_huth,
    load_leeds_anac,
)

DATA = Path(os.environ.get("GOODOFFICES_DATA", Path(__file__).parents[4] / "shared" / "data"))
HUTH = DATA / "huth_signorino_tarar" / "huth_extended_deterrence_58.csv"
LEEDS = DATA / "leeds_anac_2005" / "leeds_anac_2005.csv"
BF = DATA / "berkemeier_fuhrmann_2018" / "berkemeier_fuhrmann_2018.csv"
ATOP = DATA / "atop_4_01" / "atop-alliance-level.csv"

PUBLISHED = {
    "attacker_status_quo: constant": -1.3,
    "attacker_status_quo: tft": 2.47,
    "attacker_status_quo: firmflex": 1.26,
    "attacker_status_quo: dem_att": 0.52,
    "attacker_status_quo: syear": -0.03,
    "attacker_win: constant": 1.94,
    "attacker_war: nuclear": -0.99,
    "attacker_war: ibf": -1.43,
    "attacker_war: sbf": -1.89,
    "attacker_war: lbf": 0.45,
    "attacker_war: milallia": 2.53,
    "attacker_war: milarm": -0.16,
    "defender_war: constant": -2.71,
    "defender_war: nuclear": 2.41,
    "defender_war: ibf": 1.22,
    "defender_war: sbf": 1.24,
    "defender_war: milallia": 1.64,
    "defender_war: milarm": -0.29,
    "defender_war: fortrade": 0.9,
    "defender_war: stalemat": 1.38,
    "defender_war: dem_def": 1.08,
}
"""Crisman-Cox, Gasparyan and Signorino, table 4, column "BR FMLE", all 21 coefficients as printed."""


@pytest.mark.skipif(not HUTH.exists(), reason="the data of Huth (1988) are not beside the project")
def test_penalised_strategic_probit_gives_the_printed_coefficients() -> None:
    """All 21 coefficients of the column with the log-F penalty agree in every printed digit."""
    solution = fit(load_huth(HUTH).crises)
    found = {name: round(value, 2) for name, value in solution.outcome.coefficients.items()}
    assert found == PUBLISHED
    assert solution.witness.slope < 1e-6
    assert solution.witness.crises == 58


@pytest.mark.skipif(not HUTH.exists(), reason="the data of Huth (1988) are not beside the project")
def test_the_58_crises_separate_without_a_penalty() -> None:
    """The same source: the plain estimates of this model do not exist for these data."""
    with pytest.raises(ModelError, match="in the 24 crises with an attack"):
        fit(load_huth(HUTH).crises, penalty=0.0)


@pytest.mark.skipif(not HUTH.exists(), reason="the data of Huth (1988) are not beside the project")
def test_the_game_matches_a_plain_logit_on_the_same_regressors() -> None:
    """One crisis left out, Huth's own regressors, weight 1: .830 and .165 against the known .825 and .166."""
    study = load_huth(HUTH)
    names = tuple(name for name in study.columns if name not in {"dem_def", "dem_att", "syear"})
    plain = logit_predictor({name: study.columns[name] for name in names}, study.attacked)
    game = attack_predictor(study.crises.with_regressors(names))
    found = [
        (round(auc(each, study.attacked), 3), round(brier(each, study.attacked), 3))
        for each in (leave_one_out(study.case, plain), leave_one_out(study.case, game))
    ]
    assert found == [(0.825, 0.166), (0.830, 0.165)]


def scores(study: Study, names: tuple[str, ...], penalty: float) -> tuple[float, float]:
    """Return AUC and Brier score with one war left out at a time."""
    columns = {name: study.columns[name] for name in names}

    predicted = leave_one_out(study.war, logit_predictor(columns, study.kept, penalty=penalty))
    return round(auc(predicted, study.kept), 3), round(brier(predicted, study.kept), 3)


@pytest.mark.skipif(not LEEDS.exists(), reason="the data of Leeds and Anac (2005) are not beside the project")
def test_leeds_and_anac_with_one_war_left_out() -> None:
    """137 cases in 33 wars: AUC .807 and Brier .155 with next to no penalty, as known."""
    study = load_leeds_anac(LEEDS)
    assert (len(study.kept), len(set(study.war))) == (137, 33)
    assert scores(study, tuple(study.columns), 1e-6) == (0.807, 0.155)
    mean = leave_one_out(study.war, lambda learn, left: np.full(left.sum(), study.kept[learn].mean()))
    assert round(brier(mean, study.kept), 3) == 0.224
    fitted = ridge_logit(study.columns, study.kept).outcome
    assert fitted.coefficients["formal"] < 0
    assert fitted.coefficients["milinst"] < 0


@pytest.mark.skipif(not BF.exists(), reason="the data of Berkemeier and Fuhrmann (2018) are not beside us")
def test_berkemeier_and_fuhrmann_with_one_war_left_out() -> None:
    """146 cases, 73 kept: AUC .780 and Brier .184, as known; 5 of 40 defence pacts after 1945 were kept."""
    study = load_berkemeier_fuhrmann(BF, ATOP)
    assert (len(study.kept), int(study.kept.sum())) == (146, 73)
    names = ("defense", "offense", "neutral", "nonagg", "consul", "multilateral")
    assert scores(study, names, 1.0) == (0.78, 0.184)
    late = (study.columns["defense"] == 1.0) & (study.year > 1944)
    rate = base_rate(study, "defence pacts, 1945–2003", where=late)
    assert (rate.kept, rate.cases) == (5, 40)
