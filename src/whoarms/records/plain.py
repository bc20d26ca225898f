"""The plain table that whoarms defines itself (docs/records.md). Being written for whoarms, it is read strictly."""

import re
from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from whoarms.errors import InputError
from whoarms.model import CERTAINTIES, KINDS, ROLES, STAGES, Certainty, Item, Kind, Money, Source, Stage, When
from whoarms.records.cells import amount, quantity, time
from whoarms.records.goods import category_named, item
from whoarms.records.parties import parties, party
from whoarms.records.saying import Said, Step, Subject, said
from whoarms.records.tables import Row, Table

T = TypeVar("T")

_STAGED: tuple[Kind, ...] = ("transfer", "production")
_TWO_SIDED = tuple(kind for kind in KINDS if len(ROLES[kind]) == 2 or ROLES[kind] == ("parties",))
_CURRENCY = re.compile("[A-Z]{3}")
_DENYING: tuple[Certainty, ...] = ("denied", "unconfirmed")


def read_plain(table: Table) -> Iterator[Said]:
    """Read each row as an order, a delivery, or the stage that it names. Raises InputError, naming the row."""
    for row in table.rows:
        try:
            yield from _claims(row)
        except ValueError as error:
            raise InputError(f"{table.name}:{row.line}", str(error)) from error


def _claims(row: Row) -> Iterator[Said]:
    kind = _kind(row.cell("kind") or "transfer")
    subject = Subject(
        parties(row.cell("supplier")), parties(row.cell("recipient")), _item(row), _sources(row), kind, _value(row)
    )
    for step in _steps(row, kind):
        yield said(subject, step, row)


def _steps(row: Row, kind: Kind) -> Iterator[Step]:
    """Say how far the deal came: each dated stage, and the one that `status` names."""
    unit = row.cell("unit") or None
    number = _read(quantity(row.cell("quantity"), unit), row.cell("quantity"), "number")
    named, certainty = _status(row.cell("status"))
    times = {"order": _time(row, "ordered"), "delivery": _time(row, "delivered")}
    if kind not in _STAGED:
        yield Step(None, number, times["order"] or times["delivery"], certainty)
        return
    stages: list[Stage] = [stage for stage in STAGES if stage == named or times.get(stage)]
    for stage in stages or [STAGES[STAGES.index("order")]]:
        sure = certainty if named in (None, stage) or certainty in _DENYING else "asserted"
        yield Step(stage, number, times.get(stage), sure)


def _status(cell: str) -> tuple[Stage | None, Certainty]:
    """Read a stage and a certainty, both or one of them: `delivery planned`, `talks`, `denied`."""
    stage: Stage | None = None
    certainty: Certainty = "asserted"
    for word in re.split(r"[\s,;]+", cell.casefold()) if cell else ():
        reached = next((one for one in STAGES if one == word), None)
        sure = next((one for one in CERTAINTIES if one == word), None)
        if not reached and not sure:
            raise ValueError(f"{word!r} is no status ({', '.join((*STAGES, *CERTAINTIES))})")
        stage, certainty = reached or stage, sure or certainty
    return stage, certainty


def _item(row: Row) -> Item:
    named = item(row.cell("item"))
    if not row.cell("category"):
        return named
    return replace(named, category=_read(category_named(row.cell("category")), row.cell("category"), "category"))


def _value(row: Row) -> Money | None:
    sum_, currency = row.cell("value"), row.cell("currency").upper()
    if not sum_:
        return None
    if not _CURRENCY.fullmatch(currency):
        raise ValueError(f"a value needs a currency of three letters, not {currency!r}")
    read = _read(amount(sum_), sum_, "sum of money")
    return None if read is None else Money(read, currency)


def _time(row: Row, column: str) -> When | None:
    return _read(time(row.cell(column)), row.cell(column), "date")


def _sources(row: Row) -> tuple[Source, ...]:
    """Take a source that is called like an actor for its officials, any other for a document."""
    text = row.cell("source")
    if not text:
        return ()
    (speaker,) = party(text) or (None,)
    if speaker is not None and speaker.id != speaker.text:
        return (Source(text, "official", speaker.id),)
    return (Source(text, "document"),)


def _read(value: T | None, cell: str, what: str) -> T | None:
    if value is None and cell:
        raise ValueError(f"{cell!r} is no {what}")
    return value


def _kind(cell: str) -> Kind:
    kind = next((kind for kind in _TWO_SIDED if kind == cell.casefold()), None)
    if kind is None:
        raise ValueError(f"{cell!r} is no kind ({', '.join(_TWO_SIDED)})")
    return kind
