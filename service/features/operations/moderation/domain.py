"""Retention and display limits of reports. Pure constants."""

from datetime import timedelta
from typing import Final

TEXTS_KEPT: Final = timedelta(days=90)
"""Retention of notes and snapshots after a case is settled: long enough to answer questions about the decision."""

REPORTS_SHOWN: Final = 100
"""Maximum number of reports shown per case: more do not change the decision."""
SNAPSHOTS_SHOWN: Final = 10
