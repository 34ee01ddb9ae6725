"""Charts as plain SVG 1.1 for light and dark mode: the colours follow `prefers-color-scheme`."""

from collections.abc import Sequence
from html import escape
from math import log10
from typing import Final

from attrs import frozen

WIDTH: Final = 860
_LEFT: Final = 210
_RIGHT: Final = 150
_ROW: Final = 22
_PANEL: Final = 44
_HEAD: Final = 56

_STYLE: Final = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 16px; font-weight: 600 }
.panel { font-weight: 600 }
.note, .tick { fill: #59636e; font-size: 12px }
.end { text-anchor: end }
.middle { text-anchor: middle }
line { stroke: #1f2328; stroke-width: 1.2 }
.grid { stroke: #d1d9e0; stroke-width: 1 }
.ours { fill: #0a7d5a } .peer { fill: #b0623a } .floor { fill: #8c959f }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .note, .tick { fill: #9198a1 } line { stroke: #e6edf3 } .grid { stroke: #3d444d }
  .ours { fill: #3fb68b } .peer { fill: #d98e63 } .floor { fill: #767f89 }
}
""".strip()


@frozen
class Bar:
    """A value with the lowest and highest of its rounds. `kind` selects the colour: ours, peer or floor."""

    label: str
    kind: str
    value: float
    low: float
    high: float


@frozen
class Panel:
    """Bars with a common scale."""

    title: str
    bars: Sequence[Bar]


@frozen
class Dots:
    """Milliseconds by percentile, as (name of the percentile, value)."""

    label: str
    kind: str
    values: Sequence[tuple[str, float]]


@frozen
class DotPanel:
    title: str
    rows: Sequence[Dots]


def bars(title: str, note: str, panels: Sequence[Panel]) -> str:
    """Draw horizontal bars, panel by panel, with a line from the lowest to the highest round."""
    drawn: list[str] = []
    y = _HEAD
    for panel in panels:
        y += _PANEL
        drawn.append(_text(16, y - 14, panel.title, "panel"))
        most = max(bar.high for bar in panel.bars)
        for bar in panel.bars:
            scale = (WIDTH - _LEFT - _RIGHT) / most
            middle = y + _ROW / 2 - 2
            drawn += [
                _text(_LEFT - 10, middle + 5, bar.label, "end"),
                f'<rect class="{bar.kind}" x="{_LEFT}" y="{y}" width="{bar.value * scale:.1f}" height="{_ROW - 5}"/>',
                _line(_LEFT + bar.low * scale, middle, _LEFT + bar.high * scale, middle),
                _text(_LEFT + bar.high * scale + 8, middle + 5, f"{bar.value:,.0f}"),
            ]
            y += _ROW
    return _page(title, note, y + 20, drawn)


def dots(title: str, note: str, panels: Sequence[DotPanel]) -> str:
    """Draw percentiles on one logarithmic scale of milliseconds."""
    values = [value for panel in panels for row in panel.rows for _, value in row.values]
    low, high = _decade(min(values), up=False), _decade(max(values), up=True)
    width = WIDTH - _LEFT - 40

    def x(value: float) -> float:
        return _LEFT + width * (log10(value) - low) / max(1, high - low)

    drawn: list[str] = []
    y = _HEAD + 10
    for panel in panels:
        y += _PANEL
        drawn.append(_text(16, y - 14, panel.title, "panel"))
        for row in panel.rows:
            middle = y + _ROW / 2
            drawn.append(_text(_LEFT - 10, middle + 5, row.label, "end"))
            drawn.append(_line(x(row.values[0][1]), middle, x(row.values[-1][1]), middle, "grid"))
            for name, value in row.values:
                drawn.append(
                    f'<circle class="{row.kind}" cx="{x(value):.1f}" cy="{middle:.1f}" r="5">'
                    f"<title>{escape(name)}: {value:.2f} ms</title></circle>"
                )
            name, value = row.values[-2]
            drawn.append(_text(x(value), middle - 8, f"{name} {value:.3g}", "tick middle"))
            y += _ROW + 8
    grid = []
    for power in range(low, high + 1):
        at = x(10.0**power)
        grid += [_line(at, _HEAD + 8, at, y, "grid"), _text(at, _HEAD, f"{10.0**power:g} ms", "tick middle")]
    return _page(title, note, y + 20, grid + drawn)


def _decade(value: float, *, up: bool) -> int:
    power = log10(max(value, 1e-3))
    return int(-(-power // 1)) if up else int(power // 1)


def _page(title: str, note: str, height: float, drawn: Sequence[str]) -> str:
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            _text(16, 26, title, "title"),
            _text(16, 44, note, "note"),
            *drawn,
            "</svg>\n",
        ]
    )


def _text(x: float, y: float, text: str, kind: str = "") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str = "") -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
