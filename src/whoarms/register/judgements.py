"""What a person judges of two claims: whether they are about one deal."""

from datetime import datetime
from typing import Literal

import msgspec

Verdict = Literal["same", "different", "unsure"]


class Judgement(msgspec.Struct, frozen=True):
    """A person's word on two claims, given by their ids; of two on one pair, the one with the later `at` (UTC) counts.

    `unsure` takes back what was judged of the pair before.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    reason: str
    at: datetime
