"""Whether a content can be a version: every finding at once. Errors refuse it, warnings do not; a draft takes both."""

from service.features.workflows.content import Content, Finding


def check(content: Content) -> list[Finding]:
    """Every finding, in the order of the content."""
    return []
