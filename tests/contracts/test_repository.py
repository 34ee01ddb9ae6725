"""Test what the repository must not contain."""

import subprocess

from service.dev.local.layout import CHECKOUT

# Concatenated, so that this file does not match.
INDEX_HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com")


def test_no_file_names_a_package_index() -> None:
    patterns = [argument for host in INDEX_HOSTS for argument in ("-e", host)]
    command = ["git", "grep", "--files-with-matches", "--fixed-strings", *patterns]
    found = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert found.returncode == 1, f"These files name a package index:\n{found.stdout}"
