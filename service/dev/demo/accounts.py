"""Demo accounts that `make run` prints. Separate from the loader, which takes a second to import."""

from typing import Final

from attrs import frozen

DEMO_PASSWORD: Final = "make-things-with-care"  # noqa: S105 — printed by `make run`; production never loads demo data


@frozen
class DemoAccount:
    """Demo account. All makers of the demo data share one password."""

    email: str
    note: str
    password: str = DEMO_PASSWORD

    def __str__(self) -> str:
        return f"{self.email}  {self.password}  ({self.note})"


DEMO_ACCOUNTS: Final = (
    DemoAccount("saskia@example.org", "admin, with a report to review"),
    DemoAccount("tomas@example.org", "maker, with a private draft and unread notifications"),
    DemoAccount("noor@example.org", "maker who writes in Dutch"),
)
