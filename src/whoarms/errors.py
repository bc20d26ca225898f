"""One tree of errors.

WhoarmsError
├── InputError         an input that cannot be read: its name and the cause
│   └── FetchError     an address that could not be fetched
├── SettingsError      a setting or an option with an impossible value
└── RegisterError      the register cannot be opened, or holds no such thing
"""


class WhoarmsError(Exception):
    """Anything that whoarms raises on purpose; its text is one line for a person."""


class InputError(WhoarmsError):
    """An input that cannot be read.

    `name` is the input as the user gave it (a path, `file.jsonl:7`, an address), `cause` says why in words.
    """

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(f"{name}: {cause}")
        self.name = name
        self.cause = cause


class FetchError(InputError):
    """An address that could not be fetched, or may not be."""


class SettingsError(WhoarmsError):
    """A setting or an option with an impossible value."""


class RegisterError(WhoarmsError):
    """The register cannot be opened, or holds no such thing."""
