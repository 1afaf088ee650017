"""Relations of force and sanctions: who is charged with them, who denies them, and whom they hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Relation

HOME = (
    "Angola is at talks with UNITA. Angola wants the mines back. UNITA will not leave Angola before the "
    "vote. Angola and UNITA met again. "
)
"""Lines by which a report shows within which state its matter lies."""


def told(one: Relation) -> str:
    """Return a relation in one line: source, kind, target, and who says so."""
    target = "nobody" if one.target is None else one.target.party
    by = "" if one.claimed_by is None else f" by {one.claimed_by.party}"
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}{by}"


CHARGES = [
    ("Rwanda holds Uganda responsible for the raid on its border post.", "uganda attacks rwanda by rwanda"),
    ("Uganda was accused by Rwanda of bombing its camps.", "uganda attacks rwanda by rwanda"),
    ("Rwanda suspects Uganda of bombing its camps.", "uganda attacks rwanda by rwanda"),
    ("Rwanda blames Uganda for shelling it.", "uganda attacks rwanda by rwanda"),
    ("Rwanda blamed the raid on Uganda.", "uganda attacks nobody by rwanda"),
    ("Rwanda pinned the raid near the lake on Uganda.", "uganda attacks nobody by rwanda"),
    ("Rwanda accuses Uganda of support for Burundi.", "uganda supports burundi by rwanda"),
    ("Libya alleged that France had sent rifles to Chad.", "france supplies chad by libya"),
    ("Chad accuses Libya of bombing Faya.", "libya attacks chad by chad"),
]


@pytest.mark.parametrize(("text", "found"), CHARGES)
def test_who_charges_somebody_with_a_deed_says_so(
    read: Callable[[str], Reading], text: str, found: str
) -> None:
    """A charge tells of the deed of whom it blames, as the claim of who brings it."""
    assert found in [told(one) for one in read(text).relations]


DENIALS = [
    ("France denies arming Chad.", "not: france supplies chad by france"),
    ("Libya denied that it had bombed Chad.", "not: libya attacks chad by libya"),
    ("Kenya rejected claims that it had bombed Somalia.", "not: kenya attacks somalia by kenya"),
    ("Libya denies any attack on Chad.", "not: libya attacks chad by libya"),
    ("Uganda denies any part in the attack on Rwanda.", "not: uganda attacks rwanda by uganda"),
    ("There were no Cuban soldiers in Gabon, Cuba insisted.", "not: cuba occupies gabon by cuba"),
    ("Libya accuses France of arming Chad, which France denies.", "not: france supplies chad by france"),
    ("Libya accuses France of arming Chad. France denied it.", "not: france supplies chad by france"),
    ("Libya accuses France of arming Chad. France denies.", "not: france supplies chad by france"),
    ("Libya accuses France of arming Chad. Chad rejected the charge.", "not: france supplies chad by chad"),
    (
        "Libya accuses France of arming Chad. France denied it was them.",
        "not: france supplies chad by france",
    ),
    (
        "Libya accuses France of arming Chad. France denied having done so.",
        "not: france supplies chad by france",
    ),
    (
        "Libya accuses France of arming Chad. France denied any involvement.",
        "not: france supplies chad by france",
    ),
    (
        "Libya accuses France of arming Chad. France called the charge absurd.",
        "not: france supplies chad by france",
    ),
    (
        "Libya accuses France of arming Chad. France dismissed it as a lie.",
        "not: france supplies chad by france",
    ),
]


@pytest.mark.parametrize(("text", "found"), DENIALS)
def test_a_denial_is_the_relation_negated(read: Callable[[str], Reading], text: str, found: str) -> None:
    """Who denies a deed says that the relation is not so, with the ends of the charge before it."""
    assert found in [told(one) for one in read(text).relations]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda did not deny that it arms Rwanda.",
        "Kenya could deny that it arms Somalia.",
        "Libya accuses France of arming Chad. Sweden denied it.",
        "Libya accuses France of arming Chad. It was hot. Nobody came. France denied it.",
        "Libya accuses France of arming Chad. France rejected the plan.",
        "Libya accuses France of arming Chad. France rejected reports of new talks.",
        "Libya accuses France of arming Chad. France denied its ministers visas.",
        "Libya accuses France of arming Chad. France denied that talks were near.",
        "Libya accuses France of arming Chad. France was called a liar.",
        "Libya accuses France of arming Chad. France called the meeting a lie.",
        "Libya accuses France of arming Chad. France denied any part in the talks.",
        "There are no Cuban soldiers in Gabon, Togo said.",
        "There may be no Cuban soldiers in Gabon, Cuba said.",
        "There are no Cuban doctors in Gabon, Cuba said.",
    ],
)
def test_nothing_is_denied_that_nobody_denies(read: Callable[[str], Reading], text: str) -> None:
    """No denial is read where it is not made, not of this charge, or not by somebody whom it touches."""
    assert not [one for one in read(text).relations if one.negated]


OPEN = [
    ("UNITA shelled Luena for six days.", "unita attacks angola"),
    ("UNITA opened fire on a patrol outside Malange.", "unita attacks angola"),
    ("UNITA resumed its raids along the coast road.", "unita attacks angola"),
    ("UNITA stepped up shelling around Huambo.", "unita attacks angola"),
    ("UNITA fought the Cubans for a year.", "unita attacks cuba"),
    ("Zambian troops, who invaded in March, have not left.", "zambia attacks angola"),
    ("Zambia occupies Cazombo.", "zambia occupies angola"),
    ("Zambia occupied a third of the land.", "zambia occupies angola"),
    ("Angola bombed Jamba.", "angola attacks nobody"),
    ("The African Union bombed Jamba.", "african_union attacks nobody"),
    ('"Zambia bombed Cazombo," the president of Angola said.', "zambia attacks nobody by angola"),
]


@pytest.mark.parametrize(("text", "found"), OPEN)
def test_a_place_in_the_home_state_stands_for_it(
    read: Callable[[str], Reading], text: str, found: str
) -> None:
    """Force used by rebels or by another state in the report's home state is used on that state."""
    assert found in [told(one) for one in read(HOME + text).relations]


def test_a_friend_of_the_home_state_does_not_attack_it(read: Callable[[str], Reading]) -> None:
    """A state that supplies the home state is not taken for attacking it where it bombs a road there."""
    found = [told(one) for one in read(HOME + "Cuba sent rifles to Angola. Cuba bombed the road.").relations]
    assert found == ["cuba supplies angola", "cuba attacks nobody"]


def test_the_states_own_forces_do_not_attack_it(read: Callable[[str], Reading]) -> None:
    """An army that is a side of its own uses force in its state, not on it."""
    text = "The Sudanese Armed Forces and the Rapid Support Forces fight over Sudan. Sudan starves in Sudan. "
    found = [told(one) for one in read(text + "The Sudanese Armed Forces shelled Nyala.").relations]
    assert "saf_sudan attacks nobody" in found


def test_rebels_who_shoot_at_the_army_attack_their_state(read: Callable[[str], Reading]) -> None:
    """Where no home state is plain an army detachment is that of the state in which a movement fights."""
    found = [told(one) for one in read("UNITA shot at an army detachment near Huambo.").relations]
    assert found == ["unita attacks angola"]


def test_the_only_foe_is_attacked_again(read: Callable[[str], Reading]) -> None:
    """A town that one state bombs is that of the only state with which it is told to be at war."""
    found = [
        told(one) for one in read("Chad attacked Libya. Libyan planes bombed the airport at Faya.").relations
    ]
    assert found == ["chad attacks libya", "libya attacks chad"]


DONE = [
    ("Ethiopia keeps up its bombardment of Eritrea.", "ethiopia attacks eritrea"),
    ("The Ugandan army carried out a string of raids inside Rwanda.", "uganda attacks rwanda"),
    ("Uganda announced an end to mortar attacks on Rwanda and Burundi.", "uganda attacks burundi"),
    ("Israel halted its raids on Lebanon.", "israel attacks lebanon"),
    ("The raids which Uganda launched on Rwanda went on.", "uganda attacks rwanda"),
    ("France answered with sanctions on Libya.", "france sanctions libya"),
    ("France hit Libya with a travel ban.", "france sanctions libya"),
    ("Libya is still on the French blacklist.", "france sanctions libya"),
    ("Chad has long been at war with Libya.", "chad attacks libya"),
    ("India battled Pakistan in Kargil for two months.", "india attacks pakistan"),
]


@pytest.mark.parametrize(("text", "found"), DONE)
def test_the_noun_says_what_is_done(read: Callable[[str], Reading], text: str, found: str) -> None:
    """Any verb with force or sanctions under it tells of them, unless its subject is not who does it."""
    assert found in [told(one) for one in read(text).relations]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya feared an offensive against Somalia.",
        "Kenya repelled raids near Mandera.",
        "Kenya condemned the raids on Somalia.",
        "Kenya will launch raids on Somalia.",
        "Kenya's general strike went on.",
        "Kenya launched an attack on the draft.",
        "Kenya stopped the raids.",
        "Kenya discussed sanctions on Sudan with Somalia.",
        "Kenya evades the embargo.",
        "Kenya lifted an embargo on Sudan.",
        "Kenya announced sanctions.",
        "Kenya published a ban on smoking.",
        "The date of the Garissa shelling was wrong.",
    ],
)
def test_no_force_where_somebody_only_speaks_of_it(read: Callable[[str], Reading], text: str) -> None:
    """Who fears, condemns, ends or suffers what others do, or does it with words, does not do it."""
    assert not read(text).relations
