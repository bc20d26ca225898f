"""Each number, sum and time that is reported of a deal, once, with all who give it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from whoarms.model import STAGES, Category, Certainty, Item, Money, Stage, When
from whoarms.register.order import age
from whoarms.register.standing import asserts
from whoarms.register.values import DealStage, Report, ReportedDate, ReportedQuantity, ReportedValue

Sources = Mapping[str, str]
"""The origin of each claim, by its id."""
Systems = Mapping[Category, Set[str]]
Thing = tuple[Category, str | None]
"""A category and a system, which is None where no one system is known."""
_Count = tuple[int | None, int | None, str | None]


def systems_by_category(deal: Sequence[Report]) -> Systems:
    """Collect the known systems of each category."""
    found: dict[Category, set[str]] = {}
    for report in deal:
        for item in report.claim.items:
            if item.system:
                found.setdefault(item.category, set()).add(item.system)
    return found


def thing(item: Item, systems: Systems) -> Thing:
    """Say what an item is: one without a system is the one known system of its category."""
    known = systems.get(item.category, set())
    return item.category, item.system or (next(iter(known)) if len(known) == 1 else None)


def quantities(deal: Sequence[Report], systems: Systems, sources: Sources) -> Iterator[ReportedQuantity]:
    """Give each number that is asserted of an item once, with all who give it."""
    for ((category, system), (low, high, unit)), reports in _counted(deal, systems).items():
        yield ReportedQuantity(low, high, unit, category, system, origins_of(reports, sources), documents_of(reports))


def values(deal: Sequence[Report], sources: Sources) -> Iterator[ReportedValue]:
    """Give each sum that is asserted once, with all who give it."""
    given: dict[Money, list[Report]] = {}
    for report in deal:
        if report.claim.value and asserts(report.claim):
            given.setdefault(report.claim.value, []).append(report)
    for value, reports in given.items():
        yield ReportedValue(value.amount, value.currency, origins_of(reports, sources), documents_of(reports))


def dates(deal: Sequence[Report], sources: Sources) -> Iterator[ReportedDate]:
    """Give each time that is asserted of a stage once, with all who give it, in the order of stages and times."""
    given: dict[tuple[Stage | None, str, str, bool], list[Report]] = {}
    for report in deal:
        claim = report.claim
        if claim.when and asserts(claim):
            key = (claim.stage, claim.when.start, claim.when.end, claim.certainty == "planned")
            given.setdefault(key, []).append(report)
    for key in sorted(given, key=lambda key: (_place(key[0]), *key[1:])):
        stage, start, end, planned = key
        yield ReportedDate(stage, start, end, planned, origins_of(given[key], sources), documents_of(given[key]))


def stages(deal: Sequence[Report], sources: Sources) -> Iterator[DealStage]:
    """Give each stage with its times and how surely it is claimed, in the order of stages, then of reports."""
    given: dict[tuple[Stage | None, Certainty, str | None, str | None], list[Report]] = {}
    for report in deal:
        claim, (start, end) = report.claim, _ends(report.claim.when)
        given.setdefault((claim.stage, claim.certainty, start, end), []).append(report)
    for key in sorted(given, key=lambda key: (_place(key[0]), age(given[key][0]))):
        reports = given[key]
        yield DealStage(
            *key,
            first_reported=reports[0].document.published,
            origins=origins_of(reports, sources),
            claims=tuple(report.claim.id for report in reports),
            documents=documents_of(reports),
        )


def origins_of(reports: Iterable[Report], sources: Sources) -> tuple[str, ...]:
    """Name the origins of reports, each once."""
    return tuple(dict.fromkeys(sources[report.claim.id] for report in reports))


def documents_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """Name the documents of reports, each once."""
    return tuple(dict.fromkeys(report.document.id for report in reports))


def _counted(deal: Sequence[Report], systems: Systems) -> dict[tuple[Thing, _Count], list[Report]]:
    """Put reports by what they count; a number of no known system is that of the one system it is given of."""
    given: dict[tuple[Thing, _Count], list[Report]] = {}
    for report in deal:
        for item in report.claim.items if asserts(report.claim) else ():
            if item.quantity is not None:
                count = (item.quantity.min, item.quantity.max, item.quantity.unit)
                given.setdefault((thing(item, systems), count), []).append(report)
    for (category, system), count in list(given):
        named = [key for key in given if key[0][0] == category and key[0][1] and key[1] == count]
        if system is None and len(named) == 1:
            together = {report.claim.id: report for report in given.pop(((category, None), count)) + given[named[0]]}
            given[named[0]] = sorted(together.values(), key=age)
    return given


def _ends(when: When | None) -> tuple[str | None, str | None]:
    return (when.start, when.end) if when else (None, None)


def _place(stage: Stage | None) -> int:
    return STAGES.index(stage) if stage else -1
