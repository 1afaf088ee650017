"""What history allows one to say about promises: models of keeping and deterring, scored out of sample.

Give the folder with the data sets that you downloaded; see docs/how-to/score-guarantees-on-history.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.kept_promises import chances, leave_one_out, ridge_logit
from goodoffices.models.guarantees.likelihood import likelihood
from goodoffices.models.guarantees.scoring import auc, brier, calibration, resampled
from goodoffices.models.guarantees.strategic_probit import Crises, fit, outcomes
from goodoffices.workspace.studies import (
    CrisisStudy,
    Study,
    base_rate,
    load_berkemeier_fuhrmann,
    load_huth,
    load_leeds_anac,
)

Column = NDArray[np.float64]
Flags = NDArray[np.bool_]
Regressors = Mapping[str, Column]

SEED = 20250822
PENALTY = 1.0
KEPT = ("defense", "offense", "neutral", "nonagg", "consul", "multilateral")
"""The duties of an alliance and whether it has more than two members: the known figures are theirs."""
HUTH_OWN = (
    *("ibf", "sbf", "lbf", "nuclear", "milallia", "milarm", "fortrade", "firmflex", "tft", "stalemat"),
)
"""The regressors of Huth's own probit, for a plain logit."""
LAST_OLD = 1944.0

CLAIMS = """
What these numbers allow one to claim
- Among promises that were put to the test, those kept can be told from those broken much better than by
  chance, from what was promised and by whom, also in wars that the model has not seen.
- Levels cannot be carried from one era to another: a model of 1816 to 1944 foresees far more than was kept
  later.
- The game of deterrence fits no worse than a plain logit on the same crises. It does not fit clearly better.
What they do not allow
- A probability for a guarantee that is being negotiated now: it is in none of these samples.
- That one kind of promise causes it to be kept: who promises what to whom was chosen.
- A single rate of kept promises: it depends on what counts as a promise, as a test and as keeping.
"""


def main() -> None:
    """Score everything on the data in a folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/data")
    try:
        first = load_leeds_anac(folder / "leeds_anac_2005" / "leeds_anac_2005.csv")
        second = load_berkemeier_fuhrmann(
            folder / "berkemeier_fuhrmann_2018" / "berkemeier_fuhrmann_2018.csv",
            folder / "atop_4_01" / "atop-alliance-level.csv",
        )
        third = load_huth(folder / "huth_signorino_tarar" / "huth_extended_deterrence_58.csv")
    except ModelError as error:
        print(f"Error: {error}", file=sys.stderr)
        sys.exit(2)
    _promises("Leeds and Anac", first, tuple(first.columns), "AUC .807, Brier .155 (base .224)")
    _warnings(first)
    _promises("Berkemeier and Fuhrmann", second, KEPT, "AUC .780, Brier .184")
    _promises("The same, and whether concluded in wartime", second, (*KEPT, "wartime"), "none")
    _eras(second)
    _rates(first, second)
    _deterrence(third)
    print(CLAIMS)


def _promises(title: str, study: Study, names: tuple[str, ...], known: str) -> None:
    print(f"\n{title}: {len(study.kept)} cases in {len(set(study.war))} wars, one war left out at a time")
    print(f"  one case is {study.case}")
    print(f"  regressors: {', '.join(names)}; known figures: {known}")
    columns = {name: study.columns[name] for name in names}
    predicted = leave_one_out(study.war, _learner(columns, study.kept))
    mean = leave_one_out(study.war, lambda learn, left: np.full(left.sum(), study.kept[learn].mean()))
    _scores("logit, ridge", predicted, study.kept, study.war)
    print(f"  {'mean of the other wars':>24}: Brier {brier(mean, study.kept):.3f}")
    _calibrated(predicted, study.kept)


def _learner(columns: Regressors, kept: Flags) -> Callable[[Flags, Flags], Column]:
    def predict(learn: Flags, left: Flags) -> Column:
        known = {name: values[learn] for name, values in columns.items()}
        logit = ridge_logit(known, kept[learn], penalty=PENALTY).outcome
        return chances(logit, {name: values[left] for name, values in columns.items()})

    return predict


def _warnings(study: Study) -> None:
    fitted = ridge_logit(study.columns, study.kept, penalty=PENALTY).outcome
    print("  Two warnings: these signs are those of selected cases, not of alliances")
    for name, told in (("formal", "formal alliances"), ("milinst", "alliances with military institutions")):
        sign = "less" if fitted.coefficients[name] < 0 else "more"
        print(
            f"  - {told} were {sign} often kept here ({fitted.coefficients[name]:+.2f} per standard "
            "deviation): only those that failed to deter are in the sample"
        )


def _eras(study: Study) -> None:
    names = (*KEPT, "wartime")
    for chosen in (KEPT, names):
        columns = {name: study.columns[name] for name in chosen}
        old = study.year <= LAST_OLD
        predicted = _learner(columns, study.kept)(old, ~old)
        kept, wars = study.kept[~old], [war for war, is_old in zip(study.war, old, strict=True) if not is_old]
        print(
            f"\nTrained on {int(old.sum())} cases to 1944, tested on {len(kept)} of 1945 to 2003 "
            f"({', '.join(chosen)}); known: AUC .856, mean prediction .43 against .22"
        )
        _scores("logit, ridge", predicted, kept, wars)
        print(f"  mean prediction {predicted.mean():.2f}, observed {kept.mean():.2f}: the level fails")
        _calibrated(predicted, kept)


def _rates(first: Study, second: Study) -> None:
    print("\nBase rates, each with its class; they differ because the classes do")
    late = (second.columns["defense"] == 1.0) & (second.year > LAST_OLD)
    for rate in (
        base_rate(first, "promises of single states, fully kept, 1816–1944"),
        base_rate(second, "alliances put to the test, 1816–2003"),
        base_rate(second, "alliances with a duty of defence, 1945–2003", where=late),
    ):
        value = likelihood(rate).outcome
        span = f"{value.mid:.2f} ({value.low:.2f} to {value.high:.2f})"
        print(f"  {span}: {rate.kept} of {rate.cases}, {rate.reference_class}")


def _deterrence(study: CrisisStudy) -> None:
    print(f"\nHuth: {len(study.case)} crises, one left out at a time")
    print("  known: strategic probit AUC .820, Brier .176; plain ridge logit AUC .825, Brier .166")
    _unpenalised(study.crises)
    years = [f"{year:.0f}" for year in study.year.tolist()]
    every = tuple(study.columns)
    models: dict[str, Callable[[Flags, Flags], Column]] = {
        "strategic probit": lambda learn, left: _strategic(study.crises, learn, left),
        "logit, same regressors": _learner({name: study.columns[name] for name in every}, study.attacked),
        "logit, Huth's own": _learner({name: study.columns[name] for name in HUTH_OWN}, study.attacked),
    }
    found = {name: leave_one_out(study.case, predict) for name, predict in models.items()}
    for name, predicted in found.items():
        _scores(name, predicted, study.attacked, years)
    _difference(found, study.attacked, years)
    print("  with all crises of a year left out together:")
    for name, predict in models.items():
        _scores(name, leave_one_out(years, predict), study.attacked, years)
    _calibrated(found["strategic probit"], study.attacked)


def _unpenalised(crises: Crises) -> None:
    try:
        fit(crises, penalty=0.0)
    except ModelError as error:
        print(f"  without a penalty: refused, since {error}")


def _strategic(crises: Crises, learn: Flags, left: Flags) -> Column:
    """Fit on some crises and predict an attack in others.

    Regressors with more than two values are divided by two of their standard deviations, so that one
    penalty fits all (Gelman 2008). They are not centred: the attacker's utility of war has no constant, so
    that centring would change the model.
    """
    scaled = {utility: _scaled(part, learn) for utility, part in crises.regressors.items()}
    both = Crises(scaled, crises.outcome)
    fitted = fit(both.only(learn), penalty=PENALTY).outcome
    return 1.0 - outcomes(fitted, both.only(left))[:, 0]


def _scaled(part: Mapping[str, Column], learn: Flags) -> dict[str, Column]:
    return {
        name: values / (2.0 * values[learn].std()) if len(np.unique(values[learn])) > 2 else values
        for name, values in part.items()
    }


def _difference(found: Mapping[str, Column], happened: Flags, groups: list[str]) -> None:
    """Compare the game with each logit, crisis by crisis."""
    game = found["strategic probit"]
    for name in list(found)[1:]:
        span = _interval(
            lambda places, other=found[name]: (
                brier(game[places], happened[places])  # type: ignore[misc]
                - brier(other[places], happened[places])
            ),
            groups,
        )
        reach = f"{span.mid:+.3f} ({span.low:+.3f} to {span.high:+.3f})"
        print(f"  Brier of the game less that of '{name}': {reach}")


def _scores(name: str, predicted: Column, happened: Flags, groups: tuple[str, ...] | list[str]) -> None:
    def area(places: NDArray[np.intp]) -> float:
        some = happened[places]
        return auc(predicted[places], some) if 0 < some.sum() < len(some) else float("nan")

    one = _interval(area, groups)
    two = _interval(lambda places: brier(predicted[places], happened[places]), groups)
    print(
        f"  {name:>24}: AUC {one.mid:.3f} ({one.low:.3f} to {one.high:.3f}), "
        f"Brier {two.mid:.3f} ({two.low:.3f} to {two.high:.3f})"
    )


def _interval(score: Callable[[NDArray[np.intp]], float], groups: tuple[str, ...] | list[str]) -> Interval:
    return resampled(score, groups, np.random.default_rng(SEED))


def _calibrated(predicted: Column, happened: Flags) -> None:
    told = (
        f"{one.predicted:.2f} → {one.observed:.2f} ({one.cases})" for one in calibration(predicted, happened)
    )
    print(f"  calibration, predicted → observed (cases): {', '.join(told)}")


if __name__ == "__main__":
    main()
