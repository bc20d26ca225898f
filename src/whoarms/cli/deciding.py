"""Who decides, where nobody is named."""

import getpass

from whoarms.errors import SettingsError


def decider(name: str | None) -> str:
    """Give the name of who decides, else the login name; raises SettingsError where there is none."""
    if name is not None and not name.strip():
        raise SettingsError("by: a name is needed")
    try:
        return name or getpass.getuser()
    except (KeyError, OSError) as error:
        raise SettingsError("by: nobody is logged in by a name: say who decides with --by") from error
