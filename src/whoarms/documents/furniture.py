"""Lines of a page that are not its text: notices, share lines, captions, comment counts, footers.

Every pattern must match a whole line, and none matches a line longer than 250 characters: a sentence of the
text is never removed.
"""

import re

_LONGEST = 250
_PROSE = 60
_MEMBERS = r"(?:our |paid |paying |registered |premium )*(?:subscribers|members|paying (?:readers|customers))"
_PIECE = r"(?:article|story|report|text|post|content|version|piece|page)"
_JOIN = r"(?:subscri|sign|log ?in|regist|account|member|trial|click|visit)"
_PLACES = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|pocket|mastodon|bluesky"
    r"|threads|skype|"
    r"messenger|e-?mail|print|youtube|instagram)"
)
_PICTURE = r"(?:photo|picture|image|photograph|file photo)s?"
_ARCHIVES = (
    r"(?:getty images|shutterstock|epa-efe|epa|ap photo(?:/[\w .-]+)?|reuters/[\w .'-]+|[\w .'-]+/reuters|"
    r"afp via getty images|wikimedia commons)"
)


def _lines(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


_PAYWALL = _lines(
    r"(?:please )?(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:paid )?(?:member|subscriber))"
    r"(?: (?:now|here|today|or (?:log|sign) in|for free))* (?:to|and) "
    r"(?:get|gain|have|unlock|read|continue|keep|view|see|access|enjoy)\b.{0,120}",
    r"(?:get|gain|unlock) (?:full|unlimited|instant|complete|digital)(?: digital"
    r"| unlimited)* access\b.{0,100}",
    r"(?:get|unlock) access",
    rf"(?:read|see) (?:more|the rest) of this {_PIECE}\b.{{0,80}}",
    rf"(?:to )?(?:continue|keep) reading(?:,? .{{0,60}}{_JOIN}.{{0,60}})?",
    rf"(?:this|the (?:full|rest of (?:this|the))) {_PIECE} is (?:only "
    rf"|exclusively )?(?:available )?(?:for|to) {_MEMBERS}\b.{{0,80}}",
    rf"(?:for {_MEMBERS} only|(?:subscribers?|members?)[- ](?:only|exclusive)(?: {_PIECE})?)",
    rf"(?:to|for) (?:read|access|see|view) the (?:full|rest of the|rest of this|complete|whole"
    rf"|entire) {_PIECE}\b"
    rf"(?:.{{0,60}}{_JOIN}.{{0,60}})?",
    r"you(?:['’]ve| have) (?:reached|read|used|hit) .{0,40}(?:free articles?|free stories|limit)\b.{0,80}",
    r"already (?:a |have an? )(?:subscriber|member|account)\b.{0,60}",
)
_TEASER = _lines(
    r"\W*(?:read (?:more|on|full(?: (?:story|article))?|the (?:full|whole|rest)\b.{0,40})"
    r"|continue reading\b.{0,150}|more|"
    r"click (?:here )?(?:to|for) (?:read|more|the full)\b.{0,40}|keep reading|view (?:full"
    r"|more)\b.{0,30})\W*",
)
_FURNITURE = _lines(
    r"(?:advertise?ment|sponsored(?: content)?|promoted|ad|skip to (?:main )?content|menu|search|home"
    r"|print|e-?mail|"
    r"copy link|reply|share|tweet|pin it|like|save|bookmark|listen)(?: this)?(?: (?:article|story|post))?\W*",
    rf"(?:share|tweet|pin|post|send|email|print|click|like)(?: (?:this|to|on|it|via|the|a|an|with|by"
    rf"|your|friends?|"
    rf"share|here|link|{_PIECE}|{_PLACES}))+(?: \(opens in new window\))?\W*",
    rf"(?:{_PLACES}[ |,/·•]*)+",
    r"(?:like|loading)[ .…]*loading\W*|loading\W*",
    r"(?:follow|like|join|find|contact) (?:us|me|our \w+|@\w+)\b(?: (?:on|at|via)\b)?.{0,80}",
    r"(?:sign up|subscribe)(?: (?:now|here|today|free|for free))*\W*",
    r"(?:sign up|subscribe|register|get|receive|join)\b[^.!?]{0,60}\b(?:newsletters?|e-?mail alerts"
    r"|updates|podcast|channel|"
    r"mailing list|briefing|inbox)\b.{0,80}",
    r"(?:enter your )?e-?mail address.{0,20}|your e-?mail address will not be published.{0,60}",
    r"(?:proof-?read|edited|translated|proofreading|editing|translation"
    r"|fact-checked) by\s*[:–—-]?\s*[^.!?]{2,60}\.?",
    r"\(?(?:reporting|writing) by [^!?]{2,100}; ?(?:editing|additional reporting|writing"
    r"|compiled) by .{2,100}\)?",
    r"(?:no|\d[\d,.]*k?) (?:comments?|shares?|views?|likes?|reads|replies|responses)",
    r"comments?(?: ?\(\d+\)| off| closed)?|(?:view|show|add|post|write) (?:all |a "
    r"|your )?(?:\d+ )?comments?\W*",
    r"©.{0,180}|copyright (?:©|\(c\)|\d{4}|by\b).{0,180}|\(c\) (?:copyright |by )?\d{4}.{0,150}|"
    r"[^.!?]{0,80}\ball rights reserved\b.{0,80}",
    rf"(?:{_PICTURE}|photo credit|image credit|illustration|graphic|infographic|video|caption|credit)"
    r"(?: by| courtesy(?: of)?)?\s?:\s?.{2,200}",
    rf"{_PICTURE} (?:by|courtesy of|credit) [^.!?]{{2,60}}\.?",
    rf"\((?:{_PICTURE}|illustration|credit)\b[^)]{{0,160}}\)",
    rf"[^!?]{{10,220}}[.(|/–—-] ?(?:{_PICTURE}|credit)(?: by|(?: courtesy)?(?: of)?:"
    rf"| courtesy of) ?[^.!?]{{2,80}}\.?\)?",
    rf"[^!?]{{10,220}}[(|/.\]–—-] ?{_ARCHIVES}\)?\.?|{_ARCHIVES}",
    r"(?:tags?|tagged|filed under|categor(?:y|ies)|topics?|keywords?|posted in|labels)\s?: ?.{1,200}",
    r"terms (?:of|and) (?:use|service|conditions)\b.{0,60}|privacy policy\b.{0,60}|(?:accept"
    r"|manage) cookies|about us|contact us|"
    r"advertise with us|we use cookies\b.{0,150}",
    r"(?:estimated )?(?:reading time:? )?\d+ min(?:ute)?s?(?: to)? read|reading time:? \d+ min(?:ute)?s?|"
    r"(?:previous|next) (?:post|article|story)\b\W*[^.!?]{0,120}",
    r"(?:read|also read|read also|read more|read next|see also|related|watch|listen|must read"
    r"|more)\s?[:|»→>] ?.{1,200}",
)
_COMMENTS = _lines(
    r"\d+ (?:thoughts?|comments?|responses?|replies) (?:on|to) .{1,200}",
    r"comments are (?:now )?closed\W*|leave a (?:comment|reply)\b.{0,40}|join the (?:conversation"
    r"|discussion)\W*",
)
_RELATED = _lines(
    r"(?:related|recommended|similar|recent|latest|popular|trending|top)"
    r"(?: (?:articles?|stories|posts?|news|reading|content|topics))+\W*",
    r"you (?:may|might) also (?:like|be interested in)\W*|more (?:from|on|in) [^.!?]{2,50}\W*|"
    r"(?:read next|most (?:read|popular|viewed))\W*",
)


def is_paywall(line: str) -> bool:
    """Say whether a line is a notice that the rest is for subscribers."""
    return _matches(_PAYWALL, line)


def is_teaser(line: str) -> bool:
    """Say whether a line is the link to the rest of a text: "Continue reading →"."""
    return _matches(_TEASER, line)


def is_furniture(line: str) -> bool:
    """Say whether a line is a part of the page and not of its text."""
    return _matches(_FURNITURE, line) or not re.search(r"\w", line)


def is_comments(line: str) -> bool:
    """Say whether a line opens or closes the readers' comments: nothing after it is the text."""
    return _matches(_COMMENTS, line)


def is_related(line: str) -> bool:
    """Say whether a line heads a list of other articles."""
    return _matches(_RELATED, line)


def is_prose(line: str) -> bool:
    """Say whether a line is a paragraph of the text: a sentence with its full stop, or long."""
    return len(line) > _LONGEST or (len(line) >= _PROSE and bool(re.search(r"[.!?…:]['\"”’)\]]*$", line.rstrip())))


def _matches(pattern: re.Pattern[str], line: str) -> bool:
    line = line.strip(" *_#→»>←")
    return len(line) <= _LONGEST and bool(pattern.fullmatch(line.rstrip(" .!")) or pattern.fullmatch(line))
