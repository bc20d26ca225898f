"""`whoarms level`, `whoarms flows` and `whoarms network`: measures over the deals of the register."""

from typing import Annotated, Any, Literal

import typer

from whoarms.cli.endings import ends_well
from whoarms.cli.measure_options import LEVEL_OPTIONS, Actor, At, Other, Year, asked_levels, asked_movements
from whoarms.cli.options import AnswerForm, Database, bundled, filtered

Groups = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="LIST",
        help="What to tell apart (year,category unless given): year, category, supplier, recipient, supplier-region, "
        "recipient-region; a concentration by year or not.",
    ),
]
Of = Annotated[
    Literal["suppliers", "recipients"] | None,
    typer.Option("--concentration", help="How few partners of this side each actor depends on, instead."),
]


@ends_well
@bundled(LEVEL_OPTIONS)
def level(chosen: dict[str, Any], actor: Actor, other: Other, form: AnswerForm = None, db: Database = None) -> None:
    """Follow the level of cooperation of two actors, with its interval and all its parts.

    [bold]Examples[/bold]

    whoarms level Iran Russia

    whoarms level IRN RUS --by quarter --half-life 180 --since 2022 --format csv
    """
    from whoarms.cli.level_table import CSV, show_levels
    from whoarms.cli.views import View, show_values

    found = asked_levels((actor, other), chosen, db)
    show_values(found, form, View(lambda one: one, CSV, show_levels))


@ends_well
@filtered
def flows(
    wanted: dict[str, Any],
    by: Groups = None,
    concentration: Of = None,
    at: At = None,
    form: AnswerForm = None,
    db: Database = None,
) -> None:
    """Count deals by year, category, actors or regions, or measure how concentrated partners are.

    [bold]Examples[/bold]

    whoarms flows --supplier Iran

    whoarms flows --by recipient-region,category --since 2020 --at delivery

    whoarms flows --concentration suppliers --by year --recipient SDN
    """
    from whoarms.cli import flow_table
    from whoarms.cli.views import View, show_values
    from whoarms.measures.concentration import concentration as concentration_of
    from whoarms.measures.flows import dimensions
    from whoarms.measures.flows import flows as flows_of

    groups = dimensions(by or "year,category")
    found = asked_movements(wanted, at, db)
    if concentration is not None:
        measured = concentration_of(found, concentration, by_year=by is not None and "year" in groups)
        show_values(measured, form, View(lambda one: one, flow_table.CONCENTRATION_CSV, flow_table.show_concentration))
        return
    view = View(flow_table.as_json, flow_table.csv_of(groups), flow_table.show_flows)
    show_values(flows_of(found, groups), form, view)


@ends_well
@filtered
def network(
    wanted: dict[str, Any],
    year: Year = None,
    ties: Annotated[bool, typer.Option("--ties", help="Show who supplies whom, not the actors.")] = False,
    at: At = None,
    form: AnswerForm = None,
    db: Database = None,
) -> None:
    """Show the network of who supplies whom: partners, deals, brokers and communities.

    [bold]Examples[/bold]

    whoarms network --year 2023

    whoarms network --category uav --ties --format csv
    """
    from whoarms.cli import network_table
    from whoarms.cli.views import View, show_values
    from whoarms.measures.network import network as network_of

    found = network_of(asked_movements(wanted, at, db), year=year)
    if ties:
        show_values(found.edges, form, View(lambda one: one, network_table.EDGE_CSV, network_table.show_edges))
    else:
        show_values(found.nodes, form, View(lambda one: one, network_table.NODE_CSV, network_table.show_nodes))
