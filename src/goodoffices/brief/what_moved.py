"""Section: what moved? Positions per party and issue over time, as table and chart."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.brief.citing import Citer
from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Items, Note, Picture, Pictures, Row, Section, Table
from goodoffices.brief.timeline_chart import KEY, SIGNS, draw_issue, issue_in_words, matters_key
from goodoffices.findings.stands import Stand, stands_told
from goodoffices.findings.timeline import Move, Timeline, Track, direction, names_of, timeline
from goodoffices.findings.told_in import told_in
from goodoffices.findings.words import capital, counted, joined, quoted, short
from goodoffices.statements.gazetteer import load_gazetteer

TONES = {0: "no", 1: "maybe", 2: "maybe", 3: "yes", 4: "yes", None: "plain"}
UNDATED = "Told in reports without a date, so without a place in time"
RULE = (
    "A party moved if its first and its last stance on one and the same thing differ. What it says of "
    "different things is not compared, and what nobody reported may have happened all the same."
)
MOST_PICTURES = 12


def moved(material: Material) -> tuple[Section, ...]:
    """Return the section for a brief, where reports of more than one day were read."""
    own = [report for report in material.reports if report.id not in material.copies]
    if len({report.date for report in own if report.date}) < 2:
        return ()
    stands = stands_told(material.acts, material.reading, material.reports, load_gazetteer(), material.copies)
    shown = timeline(stands, *names_of(material.reading, [material.case]))
    return (what_moved(shown, material.citer),)


def what_moved(shown: Timeline, citer: Citer) -> Section:
    """Return the section: who moved, first and last statement for each party and issue, and the pictures.

    Args:
        shown: The timeline.
        citer: Finds the words of the statements.
    """
    blocks: list[Block] = []
    if shown.tracks:
        blocks += [*_changes(shown), _table(shown, citer), Note(RULE), *_pictures(shown)]
    if shown.undated:
        blocks.append(Items(undated_lines(shown), UNDATED))
    return Section("moved", "What moved?", answer(shown), tuple(blocks))


def _changes(shown: Timeline) -> tuple[Items, ...]:
    return (Items(changes(shown)),) if changes(shown) else ()


def answer(shown: Timeline) -> tuple[str, ...]:
    """Say in a sentence whether and who moved."""
    if not shown.tracks:
        return ("No statement on a position has a date here, so nothing can be placed in time.",)
    found = _sure(shown)
    if not found:
        return (_unmoved(shown),)
    who = joined(list(dict.fromkeys(shown.party(party) for party, _ in found)))
    verb = "is" if len(found) == 1 else "are"
    return (f"{capital(counted(len(found), 'change'))} of position {verb} seen, by {who}.",)


def _unmoved(shown: Timeline) -> str:
    """Say that no move is seen, and of whom that cannot be said either way."""
    several = [track for track in shown.tracks if len(track.stands) > 1]
    apart = [track for track in several if not track.comparable()]
    may = [track for track in several if track.moves()]
    if not apart and not may:
        return "Nobody is seen to have moved: no first and last stance on one thing differ."
    told = []
    if may:
        told.append(f"{_who(shown, may)} may have moved, as the numbers overlap")
    if apart:
        told.append(
            f"what {_who(shown, apart)} said first and last is about different things, or of one day, so "
            "whether that was a move cannot be said"
        )
    compared = len(several) - len(apart) - len(may)
    lead = (
        "No move is seen for sure where two stances can be compared"
        if compared
        else "No move is seen for sure"
    )
    return f"{lead}; {'; '.join(told)}."


def _who(shown: Timeline, tracks: Sequence[Track]) -> str:
    return joined(list(dict.fromkeys(shown.party(track.party) for track in tracks)))


def changes(shown: Timeline) -> tuple[str, ...]:
    """Say what each change is, each once, whatever the issues that it touches."""
    return tuple(_sure(shown).values())


def _sure(shown: Timeline) -> dict[tuple[str, str], str]:
    return {
        (track.party, move.first.matter or track.issue): _moved(shown, track, move)
        for track in shown.tracks
        for move in track.moves()
        if move.sure
    }


def _moved(shown: Timeline, track: Track, move: Move) -> str:
    on = quoted(short(move.first.matter, 70)) if move.first.matter else shown.issue(track.issue)
    return f"{shown.party(track.party)} on {on}: {direction(move)} ({_between(move)})"


def _between(move: Move) -> str:
    return f"{_day(move.first)} to {_day(move.last)}"


def _day(one: Stand) -> str:
    return f"{one.day.day} {one.day:%B %Y}" if one.day else "no date"


def _table(shown: Timeline, citer: Citer) -> Table:
    rows = []
    for track in shown.tracks:
        head = Cell(shown.issue(track.issue), notes=(shown.party(track.party),))
        last = _cell(track.last, citer) if len(track.stands) > 1 else Cell("only the first", "quiet")
        rows.append(Row(head, (_cell(track.first, citer), last, _verdict(track))))
    caption = "First and last statement of each party on each issue, and whether it moved"
    return Table(caption, ("Issue and party", "First", "Last", "Moved"), tuple(rows), wide=True)


def _cell(one: Stand, citer: Citer) -> Cell:
    told = told_in(one.reports, one.copies)
    matter = f"on “{short(one.matter, 70)}”" if one.matter else ""
    again = "said before" if one.reaffirms else ""
    notes = tuple(note for note in (one.stance, matter, again, told) if note)
    return Cell(_day(one), TONES[one.level], SIGNS[one.level], notes, citer.quotes(one.because))


def _verdict(track: Track) -> Cell:
    moves = track.moves()
    if moves:
        lines = tuple(f"{direction(move)} ({_between(move)})" for move in moves)
        sure = any(move.sure for move in moves)
        return Cell("moved" if sure else "may have moved", "theirs", "↷", lines)
    if track.comparable():
        return Cell("no", "quiet", "=", ("same stance, first and last",))
    if len(track.stands) > 1:
        return Cell("not comparable", "quiet", "≠", ("about different things, or on one day",))
    return Cell("said once", "quiet")


def _pictures(shown: Timeline) -> tuple[Pictures, ...]:
    """Return pictures of the issues on which there is more than one day to draw, movers first."""
    issues = dict.fromkeys(track.issue for track in shown.tracks)
    several = [
        issue
        for issue in issues
        if len({one.day for track in shown.tracks if track.issue == issue for one in track.stands}) > 1
    ]
    if not several:
        return ()
    several.sort(key=lambda issue: not any(t.moves() for t in shown.tracks if t.issue == issue))
    drawn = tuple(
        Picture(
            shown.issue(issue),
            issue_in_words(shown, issue),
            draw_issue(shown, issue),
            matters_key(shown, issue),
        )
        for issue in several[:MOST_PICTURES]
    )
    return (Pictures(drawn, KEY),)


def undated_lines(shown: Timeline) -> tuple[str, ...]:
    """Say what is told without a date, each once with its issues."""
    issues: dict[tuple[str, str, str, tuple[str, ...]], list[str]] = {}
    for one in shown.undated:
        issues.setdefault((one.party, one.stance, one.words, one.reports), []).append(shown.issue(one.issue))
    return tuple(
        f"{shown.party(party)} on {joined(names)}: {stance}"
        + (f": “{short(words, 160)}”" if words else "")
        + (f" (in {joined(reports)})" if reports else "")
        for (party, stance, words, reports), names in issues.items()
    )
