"""The ratios as bars on a logarithmic scale, in SVG that reads well on light and dark pages."""

from dataclasses import dataclass
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from machine import sentence
from results import Group
from tables import number

WIDTH, LABELS, BARS, ROW, TOP, BOTTOM, MARGIN = 960, 470, 400, 19, 92, 46, 20
STYLE = """
  text { font: 12px "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #24292f }
  .page { fill: #ffffff } .title { font-size: 18px; font-weight: 600 } .group { font-weight: 600 }
  .quiet { fill: #57606a } .grid { stroke: #d0d7de } .even { stroke: #57606a }
  .less { fill: #2da07a } .more { fill: #d9822b }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .page { fill: #0d1117 } .quiet { fill: #9da7b3 } .grid { stroke: #30363d }
    .even { stroke: #9da7b3 } .less { fill: #3fb68b } .more { fill: #e3974a }
  }
"""


@dataclass
class Bar:
    label: str
    ratio: float


def sections(groups: list[Group]) -> list[tuple[str, list[Bar]]]:
    """A heading for each group and kind of time, and a bar for each peer."""
    return [
        (
            f"{group.title}: {group.compared[0].removesuffix(' s').removesuffix(' ms')} time",
            [
                Bar(f"{contest.work} / {peer.name}", peer.ratios[group.compared[0]])
                for contest in group.contests
                for peer in contest.entries[1:]
            ],
        )
        for group in groups
        if group.charted and group.contests
    ]


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'


def line(x: float, top: float, bottom: float, kind: str) -> str:
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}" class="{kind}"/>'


def drawn(machine: dict[str, str], groups: list[Group]) -> str:
    parts = sections(groups)
    ratios = [bar.ratio for _, bars in parts for bar in bars] or [1.0]
    low, high = floor(log10(min(ratios))), max(1, ceil(log10(max(ratios))))

    def place(ratio: float) -> float:
        return LABELS + (log10(ratio) - low) / (high - low) * BARS

    height = TOP + sum(ROW * (len(bars) + 1.6) for _, bars in parts) + BOTTOM
    bottom = height - BOTTOM
    body = [
        text(MARGIN, 34, "Sealwax: time taken, ours / peer", "title"),
        text(MARGIN, 54, "left of 1: ours takes less; each pair in one run, in turn; logarithmic", "quiet"),
        text(MARGIN, height - 14, sentence(machine), "quiet"),
    ]
    for power in range(low, high + 1):
        ratio = 10.0**power
        body.append(line(place(ratio), TOP - 8, bottom, "even" if power == 0 else "grid"))
        body.append(text(place(ratio), TOP - 14, f"{ratio:g}", "quiet", "middle"))
    y = float(TOP)
    for heading, bars in parts:
        y += ROW
        body.append(text(MARGIN, y - 5, heading, "group"))
        for bar in bars:
            y += ROW
            start, end = sorted([place(1), place(bar.ratio)])
            kind = "less" if bar.ratio <= 1 else "more"
            body.append(text(LABELS - 8, y - 5, bar.label, "", "end"))
            body.append(
                f'<rect x="{start:.1f}" y="{y - 15:.1f}" width="{max(end - start, 1):.1f}" height="12" class="{kind}"/>'
            )
            body.append(text(WIDTH - MARGIN, y - 5, number(bar.ratio), "quiet", "end"))
        y += 0.6 * ROW
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="Ratios of time, ours over peers">'
    )
    page = f'<rect class="page" width="{WIDTH}" height="{height:.0f}" rx="6"/>'
    return "\n".join([opening, f"<style>{STYLE}</style>", page, *body, "</svg>"]) + "\n"
