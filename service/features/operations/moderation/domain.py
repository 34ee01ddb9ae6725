"""Why something is reported or removed, and how long what was written about it is kept. Pure."""

from datetime import timedelta
from typing import Final

TEXTS_KEPT: Final = timedelta(days=90)
"""How long notes and snapshots stay once a report is settled: long enough to be asked about the decision."""

REPORTS_SHOWN: Final = 100
"""Of one target: more change no admin's mind."""
SNAPSHOTS_SHOWN: Final = 10
