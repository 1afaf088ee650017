"""Passages that are not part of the reporting: they are marked with a reason and kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reports.report import Boilerplate, Span

_NETWORKS = (
    r"facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|pinterest|threads|bluesky|mastodon"
    r"|youtube|tiktok|flipboard|pocket|messenger|viber|vk|weibo|wechat|email|e-mail|mail|rss"
)
_BUTTONS = rf"share|tweet|copy\s+link|print|save|{_NETWORKS}"
_LINKS = (
    r"articles?|stories|story|news|topics?|content|coverage|posts?|reading|now|links?|in\s+this\s+section"
)
_PICTURE = r"(?:photo(?:graph)?|image|picture|video|illustration|graphic|map)"
_TEXT = r"(?:article|story|page|report|post|content|site|website|video)"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A shape that a whole passage must have.

    Attributes:
        reason: What such a passage is, in words for a person.
        shape: Must match the passage from its first to its last character.
        most_words: A longer passage is reporting, whatever its words.
    """

    reason: str
    shape: re.Pattern[str]
    most_words: int

    def fits(self, words: str, count: int) -> bool:
        return count <= self.most_words and self.shape.fullmatch(words) is not None


def _rule(reason: str, *shapes: str, most_words: int = 12) -> _Rule:
    return _Rule(reason, re.compile("|".join(f"(?:{shape})" for shape in shapes), re.IGNORECASE), most_words)


_END = r"[\s.!:»›→>…]*"
_NAMES = r"(?-i:(?:[A-Z][\w.'’-]*(?:\s+|\s*[/,&]\s*|$)){1,6})"
_RULES = (
    _rule(
        "login line",
        r"(?:please\s+)?(?:log|sign)[\s-]?in(?:\s+(?:here|now|or\s+\S+(?:\s+\S+){0,3}|to\s+(?:your|continue|read"
        rf"|view|access|comment|see|keep|unlock|save|listen|join)\b[^.!?]*))?{_END}",
        r"(?:please\s+)?(?:log|sign)[\s-]?(?:in|on)\s*[/|]\s*(?:register|sign\s+up|subscribe|join)",
        rf"(?:please\s+)?login\s+to\s+[^.!?]*{_END}",
        r"log\s?out|sign\s?out|my\s+account|forgot(?:ten)?\s+(?:your\s+)?password\??",
        rf"register(?:\s+(?:now|here|for\s+free|to\s+(?:continue|read)\b[^.!?]*))?{_END}",
        rf"(?:create|open)\s+(?:a|an|your)\s+(?:free\s+)?account(?:\s+(?:to|and)\b[^.!?]*)?{_END}",
        r"already\s+(?:have\s+an\s+account|a\s+(?:subscriber|member)|registered|subscribed)\s*\?.{0,40}",
    ),
    _rule(
        "subscription notice",
        r"subscribe(?:\s+(?:now|today|here))?(?:\s+(?:to\s+(?:read|continue|unlock|access|keep|view|support|get)\b[^.!?]*"
        rf"|for\s+(?:(?:full|unlimited|free|just|only|as\s+little)\b|[€$£]?\d)[^.!?]*))?{_END}",
        rf"this\s+{_TEXT}\s+is\s+(?:only\s+)?(?:available\s+)?(?:for|to|exclusive\s+to|reserved\s+for)\s+(?:our\s+)?"
        rf"(?:paid\s+|paying\s+|premium\s+|registered\s+)?(?:subscribers|members|readers)(?:\s+only)?{_END}",
        rf"(?:subscribers?|members?)\s+only{_END}",
        r"you(?:['’]ve|\s+have)\s+(?:reached|used|read)\s+(?:your|all|the|\d+)\b.{0,40}"
        r"\b(?:free|limit|this\s+month)\b.{0,40}",
        rf"(?:to\s+)?(?:continue|keep)\s+reading\b[^.!?]{{0,60}}{_END}",
        rf"(?:start|begin)\s+your\s+(?:free\s+)?(?:trial|subscription)\b[^.!?]{{0,40}}{_END}",
        r"(?:support\s+(?:us|our\s+(?:work|journalism))|donate(?:\s+now)?|become\s+a\s+(?:member|subscriber))"
        rf"(?:\s+today)?{_END}",
        most_words=18,
    ),
    _rule(
        "cookie notice",
        r"(?:we|this\s+(?:web\s?)?site|our\s+(?:web\s?)?site|our\s+partners|we\s+and\s+our\s+(?:\d+\s+)?partners)"
        r"(?:\s+and\s+our\s+partners)?\s+(?:may\s+)?(?:uses?|stores?|sets?)\b.{0,80}\bcookies\b.*",
        r"by\s+(?:continuing|using|clicking|browsing)\b.{0,80}\b(?:you|we)\b.{0,80}"
        r"\b(?:cookies|privacy\s+policy|terms\s+of\s+(?:use|service))\b.{0,60}",
        r"(?:(?:accept|reject|allow|decline|manage|refuse)\s+(?:all|cookies|all\s+cookies|(?:my\s+)?(?:cookie\s+)?"
        r"(?:preferences|settings|choices)|optional\s+cookies|essential\s+cookies(?:\s+only)?)|cookies?"
        rf"\s+(?:settings|policy|preferences|notice)|only\s+(?:essential|necessary)\s+cookies){_END}",
        r"(?:we\s+value\s+your\s+privacy|your\s+privacy\s+(?:choices|settings)|privacy\s+(?:policy|settings|notice)"
        rf"|terms\s+(?:of\s+(?:use|service)|and\s+conditions)|do\s+not\s+sell\s+my\s+(?:personal\s+)?information){_END}",
        most_words=80,
    ),
    _rule(
        "share line",
        rf"(?:share|tweet|print|email|e-mail|save|bookmark|like|pin){_END}",
        rf"(?:share|tweet|email|e-mail|print|save|bookmark|send)\s+this(?:\s+{_TEXT})?"
        rf"(?:\s+(?:on|via|by|with)\s+[^.!?]{{1,40}})?{_END}",
        rf"(?:share|tweet|post|send|pin)(?:\s+(?:this|it))?\s+(?:on|via|by|to|with)\s+(?:{_NETWORKS}|friends)"
        rf"(?:(?:\s*[,/&]\s*|\s+(?:and|or)\s+)(?:{_NETWORKS}))*{_END}",
        rf"(?:copy|get)\s+(?:the\s+)?link(?:\s+to\s+clipboard)?{_END}|link\s+copied{_END}|\d+\s+(?:shares?|comments?)",
        rf"(?:(?:{_BUTTONS})[\s|/,•·]+)+(?:{_BUTTONS})",
        r"facebook|twitter|whatsapp|linkedin|telegram|reddit|instagram|pinterest",
    ),
    _rule(
        "follow line",
        rf"(?:(?:follow|find|like)\s+us\s+(?:on|at|via)|join\s+us\s+on)\s+[^.!?]{{1,80}}{_END}",
        rf"follow\s+(?:@\w+|(?:the\s+)?(?:author|\w+(?:\s\w+)?)\s+on\s+(?:{_NETWORKS})){_END}",
        most_words=16,
    ),
    _rule(
        "newsletter prompt",
        r"(?:sign\s+up|subscribe|register)\s+(?:now\s+)?(?:for|to)\s+(?:our|the|your|a|free|daily|weekly|this)\b"
        r"[^.!?]{0,80}\b(?:newsletters?|bulletin|briefing|updates|alerts|channel|podcast|mailing\s+list|inbox)\b"
        rf"[^.!?]{{0,60}}{_END}",
        r"(?:get|receive|have)\s+(?:our|the|your|all|more)\b[^.!?]{0,80}\b(?:to|in)\s+your\s+(?:inbox|e-?mail)\b"
        rf"[^.!?]{{0,30}}{_END}",
        rf"(?:enter\s+)?your\s+e-?mail(?:\s+address)?{_END}|newsletters?{_END}|sign\s+(?:me\s+)?up{_END}|unsubscribe{_END}",
        most_words=26,
    ),
    _rule(
        "navigation",
        rf"(?:skip|jump)\s+to\s+(?:the\s+)?(?:main\s+)?(?:content|navigation|menu|search|footer){_END}",
        rf"(?:back|return|go)\s+to\s+(?:the\s+)?(?:top|home\s?page|home|main\s+page){_END}",
        r"(?:menu|search|home|next|previous|prev|close|open\s+menu|main\s+menu|toggle\s+navigation|show\s+more"
        r"|load\s+more|view\s+all|see\s+all|more|contact(?:\s+us)?|about(?:\s+us)?|advertise(?:\s+with\s+us)?"
        rf"|sitemap|all\s+sections){_END}",
        rf"(?:next|previous)\s+(?:{_TEXT}|page){_END}",
    ),
    _rule(
        "related links",
        rf"(?:related|recommended|trending|most\s+(?:read|popular|viewed|shared))(?:\s+(?:{_LINKS}))?{_END}",
        rf"(?:similar|popular|latest|more|further|other)\s+(?:{_LINKS}){_END}",
        r"(?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|what\s+to\s+read\s+next"
        r"|editor(?:['’]?s|s['’])\s+picks?|don['’]?t\s+miss|up\s+next|tags?|topics?"
        rf"|in\s+this\s+{_TEXT}){_END}",
        r"tags?\s*:.+",
        most_words=14,
    ),
    _rule(
        "related links",
        r"(?:read|see|watch|listen)\s+(?:more|also|next)\s*(?:[:|›»→]|-\s).*|also\s+(?:read|see)\s*:.*",
        rf"(?:read|see|watch|learn|find\s+out)\s+more(?:\s+(?:here|on\s+this\s+topic|about\s+this\s+{_TEXT}))?{_END}",
        r"related\s*:\s.*",
        most_words=40,
    ),
    _rule(
        "advertisement",
        r"(?:advertisements?|advertising|sponsored(?:\s+(?:content|by\s+\S+(?:\s+\S+){0,3}))?|promoted(?:\s+content)?"
        r"|ad|paid\s+(?:content|post)|(?:story|article)\s+continues\s+below(?:\s+(?:this\s+)?(?:advertisement|ad))?"
        rf"|(?:scroll|continue)\s+(?:down\s+)?to\s+continue|remove\s+ads){_END}",
    ),
    _rule(
        "photo credit",
        rf"(?:file\s+)?{_PICTURE}s?(?:\s+(?:credits?|source|courtesy(?:\s+of)?|by))?\s*[:©].+",
        rf"(?:file\s+)?{_PICTURE}s?\s+(?:credits?|courtesy(?:\s+of)?|by)\s+{_NAMES}",
        r"(?:.{0,200}\s)?[(\[](?:file\s+)?(?:photo|image|picture|credit)(?:\s+(?:by|credit|courtesy(?:\s+of)?))?"
        r"\s*[:/]\s*[^)\]]{2,80}[)\]]\.?",
        most_words=50,
    ),
    _rule(
        "photo credit",
        r"credits?\s*:.+|caption\s*:.+|getty\s+images.{0,30}",
        r".{0,40}[/|]\s*(?:getty\s+images|afp|reuters|ap|epa|shutterstock)(?:\s+(?:photo|images))?",
        most_words=10,
    ),
    _rule("update line", r"(?:last\s+)?updated\b(?:\s*:|\s+(?:at|on|\d|just|an?))[^!?]{0,40}", most_words=9),
    _rule(
        "press note",
        rf"for\s+(?:use\s+of\s+)?information\s+media{_END}",
        rf"not\s+an\s+official\s+(?:record|document){_END}",
    ),
    _rule(
        "copyright line",
        r"(?:copyright\s*)?©.*|copyright\s*(?:\(c\)|(?:19|20)\d{2}\b).*",
        r"(?:.{0,60}[.,|–—-]\s*)?all\s+rights\s+reserved\b.{0,60}",
        most_words=40,
    ),
    _rule(
        "republication note",
        rf"this\s+{_TEXT}\s+(?:was|is|has\s+been)\s+(?:(?:originally|first|previously)\s+(?:published|posted)"
        r"|republished|reproduced|syndicated)\b.*",
        r"(?:originally|first)\s+(?:published|posted)\s+(?:by|in|on|at)\s[^,;]{1,80}",
        r"(?:republished|reprinted|reproduced)\s+(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\b.*",
        r"republished\s+(?:from|under)\s.{1,80}",
        most_words=40,
    ),
)
_BAR = "|›»•·"
_MENU = re.compile(rf"(?:[^{_BAR}]{{1,33}}[{_BAR}]){{2,}}[^{_BAR}]{{1,33}}")
_NO_WORD = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_DECORATION = re.compile(r"^[\s#>*_+•▪●→»›\[\-–—]+|[\s*_\]]+$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LONGEST = 700


def mark_boilerplate(text: str, passages: Sequence[Span]) -> tuple[Boilerplate, ...]:
    """Mark the passages that are not reporting.

    A rule looks at a whole passage, its length and its shape, never at a word inside a sentence: a
    sentence about subscribers, cookies or a leader who logged in is reporting. Text is only marked.
    It can happen that every passage is marked; then no passage is left to read, and the caller says so.

    Args:
        text: The saved text.
        passages: Its paragraphs.

    Returns:
        One mark for each such passage, with its reason, in the order of the passages.
    """
    marks = []
    for passage in passages:
        reason = reason_to_skip(text[passage.start : passage.end])
        if reason:
            marks.append(Boilerplate(passage.start, passage.end, reason))
    return tuple(marks)


def reason_to_skip(passage: str) -> str | None:
    """Return why a passage is not reporting, in words for a person, or None if it is.

    Examples:
        >>> reason_to_skip("Sign in to continue")
        'login line'
        >>> reason_to_skip("The minister had to sign in to continue the online talks.") is None
        True
    """
    if len(passage) > _LONGEST:
        return None
    if _NO_WORD.fullmatch(passage):
        return "divider"
    words = _SPACE.sub(" ", _DECORATION.sub("", passage))
    count = len(words.split())
    for rule in _RULES:
        if rule.fits(words, count):
            return rule.reason
    return "navigation" if _is_menu(words) else _reason_of_all(words)


def _reason_of_all(words: str) -> str | None:
    """Return the first reason where a passage is nothing but several such sentences, one after the other."""
    sentences = _SENTENCE_END.split(words)
    reasons = [reason_to_skip(sentence) for sentence in sentences] if 1 < len(sentences) <= 4 else [None]
    return reasons[0] if all(reasons) else None


def _is_menu(words: str) -> bool:
    """Tell whether a passage is a row of short names between bars or arrows."""
    if not _MENU.fullmatch(words) or any(character.isdigit() for character in words):
        return False
    return all(len(name.split()) <= 3 for name in re.split(f"[{_BAR}]", words))
