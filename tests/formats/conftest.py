"""Fixtures for format tests: the workflow and the remix of tests/remixes."""

from tests.remixes.conftest import remix, source

__all__ = ["remix", "source"]
