"""What went into the line that stopped, in words."""

from etude.domain.error import Operand


def operand_words(operand: Operand) -> str:
    """``ndarray float32 (4, 5, 6)``, ``int 3``, ``DataFrame (10, 2), columns a, b``."""
    shape = "" if operand.shape is None else str(tuple(operand.shape))
    kind = " ".join(part for part in (operand.type, operand.dtype, shape) if part)
    return f"{kind}{',' if shape else ''} {operand.value}" if operand.value else kind
