"""Settings, read once from the environment."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import platformdirs


class Settings(msgspec.Struct, frozen=True):
    """What a user may set. `database` is an SQLAlchemy URL; `database_is_default` says that nobody chose it."""

    database: str
    database_is_default: bool


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings: `WHOARMS_DB`, or `whoarms.db` in the user's data folder."""
    chosen = environment.get("WHOARMS_DB")
    if chosen:
        return Settings(database=chosen, database_is_default=False)
    path = Path(platformdirs.user_data_dir("whoarms", appauthor=False), "whoarms.db")
    return Settings(database=f"sqlite:///{path}", database_is_default=True)
