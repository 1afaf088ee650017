"""One page of plain words on a bargaining problem, and the words it is made of."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.case.case import Case
from goodoffices.case.conditions import parse_condition
from goodoffices.findings.agreement_moves import moved
from goodoffices.findings.agreement_offers import changes, path
from goodoffices.findings.agreement_page import collision_title, page
from goodoffices.findings.agreement_views import apart, divided, pivots, ranked, side_by_side, sure
from goodoffices.findings.agreement_words import Labels, Paragraph, Words, case_labels
from goodoffices.models.bargaining.account import Account, account
from goodoffices.models.bargaining.blocking import BlockingDemand, PivotalParty, pivotal_parties
from goodoffices.models.bargaining.comparison import compare, movement
from goodoffices.models.bargaining.distance import distances
from goodoffices.models.bargaining.offers import Step, smallest_change
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.parties import Demand, Issue, Party
from goodoffices.models.bargaining.problem import Problem, Quorum
from goodoffices.models.bargaining.robustness import PartyRobustness, Robustness
from goodoffices.models.bargaining.solutions import rules_of_division

ISSUES = (Issue("troops", ("none", "some")), Issue("rule", ("veto", "vote")))
LINE = Demand("firm", "north", "no troops without a veto", parse_condition("troops = some and rule = vote"))
NORTH = Party("north", red_lines=(LINE,), accepts={"rule": ["vote"]})
SOUTH = Party("south", accepts={"troops": ["some"]})
PROBLEM = Problem(ISSUES, (NORTH, SOUTH))
WORDS = Words(PROBLEM)


def lines(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return everything that paragraphs say."""
    return "\n".join("\n".join((one.head, *one.lines)) for one in paragraphs)


def found(problem: Problem) -> Account:
    """Return the account of a problem."""
    return account(problem).outcome


def test_three_demands_that_cannot_all_be_met_are_told_with_a_way_out() -> None:
    """The page names them, who could open a way alone, and the smallest changes."""
    told = lines(page(WORDS, found(PROBLEM)))
    assert "These three demands cannot all be met:\n- north: no troops without a veto (a red line)" in told
    assert "- north: on rule, only “vote”\n- south: on troops, only “some”" in told
    assert "- north: one demand, a red line (or another of 2 such sets)" in told
    assert "- south: one demand\n" in told
    assert "One of the 3 smallest changes that would open a zone is to give up one demand:" in told
    assert "That opens, for example:\n  troops: " in told


def test_what_was_not_proven_is_said() -> None:
    """Where the search ended early, changes may not be the smallest, and there may be more of everything."""
    whole = found(PROBLEM)
    cut = replace(whole, zone=None, all_collisions=False, all_concessions=False, optimal=False, bound=0.5)
    told = lines(page(WORDS, cut, limit=1))
    assert "There may be other sets of demands that cannot all be met." in told
    assert "A change that would open a zone, perhaps not the smallest, is to give up one demand" in told
    assert "The search was stopped here; each of them costs at least 0.5." in told
    unknown = lines(page(WORDS, replace(cut, bound=None, concessions=())))
    assert "The search was stopped here." in unknown


def test_what_blocks_most_and_what_stays_hidden_is_told() -> None:
    """A demand in both collisions is named; more sets and ways than are shown are counted."""
    third = Party("third", accepts={"troops": ["some"]})
    firm = replace(NORTH, accepts={"troops": ["none"]}, red_lines=())
    words = Words(Problem(ISSUES, (firm, SOUTH, third)))
    told = lines(page(words, found(words.problem), limit=1))
    assert "What blocks the most, in two of the two sets above:\n- north: on troops, only “none”" in told
    assert "- south: nothing; others would have to move as well" in told
    assert "The smallest change that would open a zone is to give up one demand:" in told
    assert "… and one other set of demands; none of them costs less." in told


def test_sets_of_red_lines_alone_are_counted() -> None:
    """Where every demand of a set is a red line, somebody would have to give one up."""
    never = Demand("n", "south", "never none", parse_condition("troops = none"))
    also = Demand("m", "north", "never some", parse_condition("troops = some"))
    two = Problem(
        ISSUES,
        (
            Party("north", red_lines=(also,), accepts={"rule": ["veto"]}),
            Party("south", red_lines=(never,), accepts={"rule": ["vote"]}),
        ),
    )
    assert "In one of these two sets every demand is a red line: there" in lines(page(Words(two), found(two)))


def test_titles_fit_how_many_demands_there_are() -> None:
    """None, one, two or more."""
    assert collision_title(0) == "No package is possible at all."
    assert collision_title(1) == "This demand cannot be met by any package:"
    assert collision_title(2).startswith("These two demands cannot both")


def test_a_quorum_is_told_with_an_example() -> None:
    """One of two is enough here."""
    either = replace(PROBLEM, quorums=(Quorum(("north", "south"), 1),))
    either = either.signed_by([], quorums=either.quorums)
    told = lines(page(Words(either), found(either)))
    assert "break no demand of one of north or south." in told
    assert "What rules of division" not in told


def test_ties_are_told() -> None:
    """Two packages are equally good for all rules where an issue is worth nothing to anybody."""
    worth = {"troops": {"none": 0.0, "some": 1.0}}
    tied = Problem(ISSUES, (Party("a", True, {"troops": 1.0}, worth, 0.5),))
    told = lines(page(Words(tied), found(tied)))
    assert "(utilitarian), two packages equally good:" in told
    assert lines(divided(Words(tied), rules_of_division(tied), 1)).count("troops: some") == 1
    poor = Problem(ISSUES, (Party("a", True, {"troops": 1.0}, worth, 1.0),))
    assert "Nash: nothing is picked, for no package gives every party a gain" in lines(
        divided(Words(poor), rules_of_division(poor), 1)
    )


def test_silence_is_named_and_is_no_sign_that_a_demand_does_not_matter() -> None:
    """Where only one who must sign is coded on an issue, no collision can be found, and that is said."""
    south = replace(SOUTH, accepts={"troops": ["some"]})
    north = Party("north", accepts={"troops": ["none"], "rule": ["vote"]})
    one_sided = Words(Problem(ISSUES, (north, south)))
    told = lines(page(one_sided, found(one_sided.problem)))
    assert "no collision can be found:\n- north: on rule, only “vote”\nWhat each party" in told
    assert "counted as if any option would do there: no collision with it" in told
    assert "seems to cost it nothing:\n- south: rule\nOne of" in told
    assert "never matter" not in told
    both = Words(Problem(ISSUES, (north, replace(south, accepts={"troops": ["some"], "rule": ["vote"]}))))
    told = lines(page(both, found(both.problem)))
    assert "Demands that never matter here: giving them up would open nothing:\n- north: on rule" in told
    assert "no collision can be found" not in told
    assert "Not coded" not in told


def test_whose_gains_count_is_said_where_one_has_no_walk_away_value() -> None:
    """One of two has numbers; the other is held only to what it accepts."""
    worth = {"troops": {"none": 0.0, "some": 1.0}, "rule": {"veto": 0.0, "vote": 1.0}}
    one = Party("a", True, {"troops": 1.0, "rule": 1.0}, worth, 0.2)
    words = Words(Problem(ISSUES, (one, SOUTH, replace(SOUTH, name="third"))))
    told = lines(page(words, found(words.problem)))
    assert (
        "robustness and paths are among a; south and third, without a walk-away value in use, are held"
        in told
    )
    words = Words(Problem(ISSUES, (one, SOUTH)))
    assert "south, without a walk-away value in use, is held only to its red lines and to what it" in lines(
        page(words, found(words.problem))
    )


def test_a_crossed_red_line_is_named_under_the_package_that_crosses_it() -> None:
    """A number averages it away, so it is said in words, and worth says over how many issues."""
    worth = {"troops": {"none": 1.0, "some": 0.0}, "rule": {"veto": 1.0, "vote": 0.0}}
    line = Demand("n", "north", "no troops", parse_condition("troops = some"))
    north = Party("north", True, {"troops": 1.0, "rule": 3.0}, worth, red_lines=(line,))
    words = Words(
        Problem(ISSUES, (north, SOUTH, replace(north, name="aside", must_sign=False, red_lines=())))
    )
    told = lines(page(words, found(words.problem)))
    assert "Nearness to what each wants, over the issues coded for it: north 0.75 over two issues.\n" in told
    assert "  Crosses one red line of north: no troops.\n  Numbers above average a crossed red" in told
    assert "aside" not in told


def test_demands_that_block_alike_are_not_told_one_before_the_other() -> None:
    """All alike are one sentence; of unequal ones, equals are told together whatever the limit."""

    def blocking(*counts: tuple[str, int, int]) -> str:
        found = tuple(BlockingDemand(id_, "x", opens, sets, 1) for id_, opens, sets in counts)
        return lines(ranked(WORDS, found, 1))

    first, second, third = "firm", "north.accepts.rule", "south.accepts.troops"
    assert blocking((first, 0, 1), (second, 0, 1), (third, 0, 1)) == (
        "All three demands that stand in the way block alike. Each stands in one set that cannot be met; "
        "given up alone, it opens nothing."
    )
    told = blocking((first, 2, 2), (second, 2, 2), (third, 0, 1))
    assert "those that block alike stand in no order:\n- north: no troops without a veto" in told
    assert (
        "- north: on rule, only “vote”: stands in two sets that cannot be met; given up alone, it opens"
        in told
    )
    assert told.endswith("… and one demand that blocks less")
    assert blocking() == ""


def test_the_only_other_signature_is_named_and_others_are_told_what_an_offer_breaks() -> None:
    """Whose demands an offer breaks is said in words."""
    told = lines(pivots(WORDS, pivotal_parties(PROBLEM).outcome))
    assert (
        "- without north, south could accept two packages; each breaks at least one demand of north" in told
    )
    one = Words(Problem(ISSUES, (SOUTH,)))
    assert "- without south, nobody else could" in lines(pivots(one, pivotal_parties(one.problem).outcome))
    stays = (PivotalParty("north", 0, None),)
    assert lines(pivots(WORDS, stays)).endswith("- without north, south could accept no package either")
    three = Words(Problem(ISSUES, (NORTH, SOUTH, Party("third"))))
    assert lines(pivots(three, stays)).endswith("- without north, south and third could not agree either")
    offer = smallest_change(PROBLEM, {"troops": "none", "rule": "vote"}, "north")
    told = lines(changes(WORDS, "north", offer.outcome, offer.witness))
    assert "Others who must sign would not accept it as coded: south: on troops, only “some”." in told
    firm = replace(NORTH, red_lines=(Demand("n", "north", "no troops", parse_condition("troops = some")),))
    stuck = Problem(ISSUES, (firm, SOUTH))
    none = smallest_change(stuck, {"troops": "none"}, "south")
    told = lines(changes(Words(stuck), "south", none.outcome, none.witness))
    assert told == "No package that south would accept keeps the red lines of all who must sign."


def test_names_of_a_case_are_used(strait_coded: Case) -> None:
    """Parties, issues, options, red lines and proposals go by their names."""
    labels = case_labels(strait_coded)
    assert labels.party("norvania") == "Norvania"
    assert labels.lines["red_line.0"] == "No Compact ships in the strait"
    assert labels.proposal("defence_pact") != "defence_pact"
    assert labels.everyone(["norvania", "selmark"], by="or") == "Norvania or Selmark"
    unnamed = replace(strait_coded.red_lines[0], name=None)
    assert case_labels(replace(strait_coded, red_lines=(unnamed,))).lines["red_line.0"].startswith("never “")


def test_a_demand_is_told_with_what_its_holder_says() -> None:
    """Short without, long with; an issue's name is lowered inside a sentence unless it is an abbreviation."""
    labels = Labels(
        issues={"rule": "Rule of the vote", "troops": "UN troops"}, said={"north.accepts.rule": "so"}
    )
    words = Words(PROBLEM, labels)
    assert words.demand("north.accepts.rule") == "north: on rule of the vote, only “vote” – so"
    assert words.short("south.accepts.troops") == "south: on UN troops, only “some”"


def test_distances_say_what_is_shared() -> None:
    """Options without places have no points between them; an issue on which one is silent has nothing."""
    told = lines(apart(WORDS, distances(PROBLEM).outcome))
    assert told == "troops:\n- nothing is known to measure\nrule:\n- nothing is known to measure"
    shared = Problem(ISSUES, (SOUTH, replace(SOUTH, name="other"), replace(SOUTH, name="third")))
    assert "- south and other: both accept some" in lines(apart(Words(shared), distances(shared).outcome))
    apart_ = Problem(ISSUES, (SOUTH, replace(SOUTH, name="other", accepts={"troops": ["none"]})))
    assert "they accept nothing in common" in lines(apart(Words(apart_), distances(apart_).outcome))


def test_a_proposal_that_breaks_nothing_says_so() -> None:
    """Without numbers there is nothing else to tell."""
    one = Words(Problem(ISSUES, (SOUTH,)))
    side = compare(one.problem, {"plan": {"troops": "some", "rule": "vote"}}).outcome
    assert lines(side_by_side(one, side)) == "Plan:\n- breaks no demand of those who must sign"


def test_how_sure_a_package_is_is_never_told_as_surer_than_it_is() -> None:
    """All draws, no draw, a share; whatever the numbers only where that is exact."""

    def told(share: float, lowest: float, highest: float) -> str:
        party = PartyRobustness(share, 0.0, lowest, 0.0, highest)
        return lines(sure(WORDS, {"plan": Robustness(share, 0.0, {"north": party}, ())}))

    assert told(1.0, 0.1, 0.2).startswith("Plan: acceptable to all, whatever the numbers.")
    assert told(1.0, -0.1, 0.2).startswith("Plan: acceptable to all in all draws.")
    assert told(0.0, -0.2, 0.1).endswith("gain from -0.20 to +0.10, acceptable in no draw")
    assert told(0.0, -0.2, -0.1).startswith("Plan: never acceptable to all, whatever the numbers.")
    assert told(0.25, -0.2, 0.1).startswith("Plan: acceptable to all in 25.0% of the draws.")


def test_a_path_without_steps_and_a_fall_are_told() -> None:
    """A fall below both ends is a number."""
    assert "No order of single steps" in lines(path(WORDS, (), 0.0))
    step = Step("rule", "veto", Package({"rule": "veto"}, {}, {}), {"north": 0.25}, {"south": 0.5})
    told = lines(path(WORDS, (step,), 0.25))
    assert "The deepest fall below both ends on the way is 0.25.\n1. rule: veto\n" in told
    assert "   Change by this step: north -0.25, south +0.50." in told


def test_what_moved_is_told_across_issues_and_in_walk_away_values() -> None:
    """Demands that span issues and walk-away values have lines of their own."""
    worth = {"troops": {"none": 0.0, "some": 1.0}}
    before = Words(Problem(ISSUES, (NORTH, Party("a", True, {"troops": 1.0}, worth, 0.5))))
    after = Words(Problem(ISSUES, (Party("north"), Party("a", True, {"troops": 1.0}, worth, 0.25))))
    told = lines(moved(before, after, movement(before.problem, after.problem).outcome))
    assert "- rule: no longer coded" in told
    assert "- across issues: demanded no troops without a veto (a red line), now nothing" in told
    assert "- what no agreement is worth to it 0.5 → 0.25" in told
    same = moved(before, before, movement(before.problem, before.problem).outcome)
    assert lines(same) == "Nothing moved."
