"""Findings and exceptions with the lines that they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.error import Error
from etude.domain.finding import Finding
from etude.render.exception import shortened
from etude.render.finding import explained_by
from etude.render.html.quoted import Quote, Quoter
from etude.render.operands import operand_words
from etude.render.severities import MEANINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingBlock:
    """A finding with its lines; ``command`` shows the page of its diagnosis."""

    finding: Finding
    word: str
    effect: str
    quote: Quote
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBlock:
    """An exception with the learner's own frames, the innermost first."""

    type: str
    message: str
    raised_by: str
    frames: Sequence[Quote]
    operands: Sequence[tuple[str, str]]


def finding_block(finding: Finding, quoter: Quoter) -> FindingBlock:
    meaning = MEANINGS[finding.severity]
    return FindingBlock(
        finding=finding,
        word=meaning.word,
        effect=meaning.effect,
        quote=quoter.quote(finding.file, finding.line),
        command=explained_by(finding),
    )


def error_block(error: Error, quoter: Quoter) -> ErrorBlock:
    return ErrorBlock(
        type=error.type,
        message=shortened(error.message),
        raised_by=error.raised_by,
        frames=[quoter.quote(frame.file, frame.line) for frame in reversed(error.frames)],
        operands=[(one.name, operand_words(one)) for one in error.operands],
    )
