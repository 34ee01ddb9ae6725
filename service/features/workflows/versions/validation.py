"""Validation of a document as a version: the checks of check.py, known tools and no secrets.

A version is immutable and becomes public with its project. A secret is therefore an error in private projects, too.
"""

from service.db.pool import Db
from service.features.workflows.documents.check import check, errors
from service.features.workflows.documents.document import MAX_CONTENT, MAX_OPENINGS, Document, Finding, openings, size
from service.features.workflows.documents.secrets import find_secrets
from service.features.workflows.versions.queries import list_known_tools
from service.http.problem import FieldError, Problem, Unprocessable

SECRET: str = "secret_found"  # noqa: S105 - a finding code, not a password


async def findings_of(db: Db, content: Document) -> list[Finding]:
    """Return all findings of a document. Runs one statement when the document names tools, otherwise none."""
    return [*check(content), *await _unknown_tools(db, content), *find_secrets(content)]


async def refuse_unfit(db: Db, content: Document) -> None:
    """Raise Unprocessable, or 422 `secret_found`, with every error when the document cannot be a version."""
    found = errors(await findings_of(db, content))
    if not found:
        return
    told = [FieldError(f"/content{finding.pointer}", finding.code, finding.message) for finding in found]
    if any(finding.code == SECRET for finding in found):
        detail = "The content seems to contain a secret, which a version would store permanently. Remove it."
        raise Problem(422, SECRET, detail, errors=told)
    raise Unprocessable(told, "The content has problems. See `errors`.")


def refuse_large(content: Document) -> None:
    """Raise Unprocessable when a document has more text or slots than a draft or version may have."""
    if size(content) > MAX_CONTENT:
        message = f"Use at most {MAX_CONTENT:,} characters in all texts together."
        raise Unprocessable([FieldError("/content", "too_long", message)])
    if openings(content) > MAX_OPENINGS:
        message = f"Use at most {MAX_OPENINGS:,} slots in all templates together."
        raise Unprocessable([FieldError("/content", "too_many_slots", message)])


async def _unknown_tools(db: Db, content: Document) -> list[Finding]:
    named = {step.tool for step in content.steps if step.tool is not None}
    if not named:
        return []
    known = set(await list_known_tools(db, sorted(named)))
    return [
        Finding(
            pointer=f"/steps/{at}/tool",
            code="unknown_tool",
            message=f"Step “{step.key}” uses the tool “{step.tool}”, which isn't in the catalogue.",
            step=step.key,
        )
        for at, step in enumerate(content.steps)
        if step.tool is not None and step.tool not in known
    ]
