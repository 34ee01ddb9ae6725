"""The demo accounts that `make run` prints. Apart from the loader, which takes a second to import."""

from typing import Final

from attrs import frozen

DEMO_PASSWORD: Final = "make-things-with-care"  # noqa: S105 — printed for everyone; production never loads demo data


@frozen
class DemoAccount:
    """One way to log in. Every maker of the demo data has the same password."""

    email: str
    note: str
    password: str = DEMO_PASSWORD

    def __str__(self) -> str:
        return f"{self.email}  {self.password}  ({self.note})"


DEMO_ACCOUNTS: Final = (
    DemoAccount("saskia@example.org", "admin, with a report to look into"),
    DemoAccount("tomas@example.org", "maker, with a private draft and unread notifications"),
    DemoAccount("noor@example.org", "maker, writes in Dutch"),
)
