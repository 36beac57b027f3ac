"""A program with other random numbers for its weights and the order of its examples."""

from mutation.code import Change, Code
from mutation.literals import whole_number

_SEEDING = ("set_random_seed", "set_seed")


def reseeded(text: str) -> str:
    """Each seed that Keras or TensorFlow is given one higher; those of the data stay."""
    code = Code(text)
    numbers = [call.args[0] for call in code.calls(*_SEEDING) if call.args]
    seeds = [(one, whole_number(one)) for one in numbers]
    edits = [code.put(one, str(seed + 1)) for one, seed in seeds if seed is not None]
    return code.changed(Change(edits=edits, piece=code.tree)) or text
