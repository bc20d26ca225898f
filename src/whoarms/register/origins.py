"""Who really says so: what each claim of one deal goes back to.

A claim's origin is the innermost source that can be told apart:
- a person, a body or a document by its name, wherever it is quoted; the spokesmen of one state on one matter
  within two days are one;
- the unnamed sources of one outlet, which cannot be told from each other;
- an outlet that the claim names, which stands for what that outlet reported: its own origin, if it is held;
- some press that is not named ("foreign media"), which stands for what was reported before;
- for what a document states in its own voice, the earlier document to which it is tied, or itself.

What a document repeats in its own voice a week after others, and without anything new, is theirs.
"""

from collections.abc import Iterable, Mapping, Sequence

from whoarms.register.provenance import Provenance
from whoarms.register.standing import asserts
from whoarms.register.values import Report, Tie


def origins(deal: Iterable[Report], ties: Iterable[Tie] = (), texts: Mapping[str, str] | None = None) -> dict[str, str]:
    """Name the origin of each claim of one deal, by claim id: a source in words, or the id of a document.

    `ties` are those that are to be followed; `texts` those of the documents, by id, as far as they are held. The order
    of the claims does not matter.
    """
    return Provenance(list(deal), ties, texts or {}).origins()


def asserting(deal: Sequence[Report], origins: Mapping[str, str]) -> tuple[str, ...]:
    """Give the origins that assert a deal, the earliest first.

    What is only possible counts where nothing is asserted or planned, and talks where nothing more is: who knows of
    talks does not say that anything was ordered.
    """
    held = [report for report in deal if asserts(report.claim)]
    sure = [report for report in held if report.claim.certainty != "possible"] or held
    firm = [report for report in sure if report.claim.stage != "talks"] or sure
    return tuple(dict.fromkeys(origins[report.claim.id] for report in firm))
