"""One deal, claim or document with all its evidence, for a person."""

from whoarms.cli.claim_table import show_heading, show_reports, show_stored
from whoarms.cli.deal_details import show_details
from whoarms.cli.deal_table import show_deals
from whoarms.cli.layout import Column, Screen
from whoarms.register.values import Found

_TIES = (Column("document", share=2), Column("goes back to", share=2), Column("because it", share=5))


def show_found(found: Found) -> None:
    """Show a deal above its claims, or the claims under their document."""
    screen = Screen()
    if found.deal is not None:
        show_deals([found.deal])
        screen.print()
        show_details(screen, found.deal)
        screen.print()
    if found.document is not None:
        show_heading(screen, found.document.document)
        if found.reports:
            show_stored(screen, found.reports, evidence=True)
        else:
            screen.print("no claims")
    else:
        show_reports(found.reports, evidence=True)
    if found.ties:
        screen.print()
        screen.rows(_TIES, [(tie.document, tie.earlier, tie.reason) for tie in found.ties])
