"""One finding as every view shows it: the mistake, its line, what was seen, what to change."""

from rich.console import Group, RenderableType
from rich.text import Text

from etude.domain.finding import Finding
from etude.render.harmless import harmless
from etude.render.labelled import labelled
from etude.render.quotes import Quotes


def finding_block(finding: Finding, quotes: Quotes, *, label: str = "Why") -> RenderableType:
    """In full; ``label`` says what the mistake is an answer to."""
    title = Text(f"{label}: ", style="bold yellow")
    title.append(harmless(finding.title))
    rows = [
        ("seen", finding.evidence),
        ("why", finding.why),
        ("change", finding.change),
        ("leads to", ", ".join(finding.consequences)),
        ("more", explained_by(finding)),
    ]
    return Group(title, quotes.at(finding.file, finding.line), labelled(rows))


def explained_by(finding: Finding) -> str:
    """The command that shows the page of its diagnosis."""
    return f"etude explain {finding.diagnosis}" if finding.diagnosis else ""
