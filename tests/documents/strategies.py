"""Strategies that generate documents. Small alphabets make equal keys, names and texts likely."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from service.features.workflows.documents.document import Document, Step, Variable

EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", "50"))
PROPERTY = settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
"""Settings of property tests. There is no deadline, because other tests share the machine."""

NAMES = st.sampled_from(["topic", "tone", "draft", "n", "Z_9"])
KEYS = st.sampled_from(["a", "b", "c", "d", "e"])
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
    st.lists(st.sampled_from(["{{topic}}", "{{", "}}", "\\", "{", "}", " word", "\n", "é", "𝄞"]), max_size=8).map(
        "".join
    ),
)
SCALARS = st.one_of(
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "1", "true"]),
)
PARAMETERS = st.dictionaries(st.sampled_from(["temperature", "top_p", "seed"]), SCALARS, max_size=3)


def variables(names: st.SearchStrategy[str] = NAMES) -> st.SearchStrategy[Variable]:
    return st.builds(
        Variable,
        name=names,
        type=st.sampled_from(["text", "long_text", "number", "choice", "boolean"]),
        label=TEXTS,
        description=TEXTS,
        required=st.booleans(),
        default=st.none() | st.sampled_from(["", "1", "true", "x"]),
        choices=st.lists(st.sampled_from(["x", "y", "z", ""]), max_size=4),
        example=st.none() | TEXTS,
    )


def steps(keys: st.SearchStrategy[str] = KEYS) -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        key=keys,
        kind=st.sampled_from(["prompt", "manual"]),
        title=TEXTS,
        template=TEXTS,
        tool=st.none() | st.sampled_from(["claude", "figma"]),
        model=st.none() | st.just("m"),
        parameters=PARAMETERS,
        output=st.none() | NAMES,
    )


ANY = st.builds(Document, variables=st.lists(variables(), max_size=5), steps=st.lists(steps(), max_size=6))
"""Any document, which like a draft may contain a key twice."""

UNIQUE = st.builds(
    Document,
    variables=st.lists(variables(), max_size=4, unique_by=lambda v: v.name),
    steps=st.lists(steps(), max_size=5, unique_by=lambda s: s.key),
)
"""Documents with unique keys, like every version."""
