"""
A layer, a metric or a callback is given a number that it cannot work with.

## Why it hurts
A layer of 0 units, a share of 90 or a factor of 10 is refused when the object is made. Often the number was computed: `//`
gives 0 where the division comes to less than one, and a count of classes can come out too small.

## Example
    import keras

    width = 12
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(width // 16, activation="relu"), keras.layers.Dense(1)])

## Instead
    import keras

    width = 12
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(max(1, width // 16), activation="relu"), keras.layers.Dense(1)])
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.refused_settings import refused_setting
from etude.diagnoses.settings import Setting, last_module, made_at, owner_at, setting
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "model-2", "dev-3")
GUIDE = "Keras guide: The Functional API"
EXPLAINS = ()

_TYPES = ("ValueError", "TypeError")
# Two settings that do not go together are another mistake.
_TOGETHER = re.compile(
    r"in conjunction|At least one of|[Oo]nly one of|must be a tuple of \d+ integers\.? Received (?!.*including)"
)
# Of the type, where the number itself may be right.
_KIND = re.compile(
    r"invalid value for `\w+`, expected a positive integer|must be a positive integer\. Received: \w+=\d+ \(of type"
)
_COUNT = "a whole number from 1 on"
_WHOLE = "a whole number, such as 1"
_SHARE = "a share between 0 and 1"
_STEPS = "more than 0 steps: the number of epochs times the batches of an epoch"
# Argument -> what it takes.
_TAKES = {
    "units": f"{_COUNT}: how many values the layer gives, at the end one for each class or value to predict",
    "filters": f"{_COUNT}: how many channels the layer gives",
    "groups": "a number that divides the channels that come in, and the filters, without rest",
    "kernel_size": f"{_COUNT} in each direction",
    "strides": f"{_COUNT} in each direction: 1 moves place by place",
    "pool_size": f"{_COUNT} in each direction",
    "dilation_rate": f"{_COUNT} in each direction",
    "depth_multiplier": _COUNT,
    "input_dim": f"{_COUNT}: how many different token numbers there are, the largest plus one",
    "output_dim": f"{_COUNT}: how long the vector of each token is",
    "num_heads": _COUNT,
    "key_dim": f"{_COUNT}: how wide each head is",
    "value_dim": _COUNT,
    "n": f"{_COUNT}: how often the vector is repeated",
    "size": _COUNT,
    "num_bins": _COUNT,
    "epochs": _COUNT,
    "batch_size": _COUNT,
    "backup_dir": "a folder that the copies go to, such as 'backup'",
    "Target class id": "numbers of classes, which begin with 0 and end before num_classes",
    "values": "one number more than there are boundaries: before the first, between them, and behind the last",
    "name": "a text without /",
    "value_range": "two numbers, the lowest and the highest pixel: (0, 255), or (0, 1)",
    "ema_momentum": _SHARE,
    "beta_1": _SHARE,
    "beta_2": _SHARE,
    "output_padding": 'less than strides in each direction; leave it out where padding is "same"',
    "validation_split": "a share that leaves a row at least on both sides",
    "num_tokens": f"{_COUNT}: one more than the largest number",
    "max_tokens": "2 and more, since the first places are for padding and unknown words",
    "power_iterations": _COUNT,
    "negative_slope": "0 and more: 0.2 already lets a fifth of negative values through",
    "stddev": f"{_SHARE}: scale the inputs first, then the noise is a share of their spread",
    "rate": _SHARE,
    "momentum": f"{_SHARE}, mostly 0.9",
    "num_thresholds": "2 and more; 200 are usual",
    "Threshold": _SHARE,
    "thresholds": _SHARE,
    "threshold": "a float above 0 and up to 1, such as 0.5",
    "precision": _SHARE,
    "recall": _SHARE,
    "specificity": _SHARE,
    "sensitivity": _SHARE,
    "decay_steps": _STEPS,
    "first_decay_steps": _STEPS,
    "gradient_accumulation_steps": "2 and more; leave it out to take every step at once",
    "weight_decay": "a float, such as 0.004; Adam without weight decay is keras.optimizers.Adam",
    "l1": "0 and more, a number such as 0.01",
    "l2": "0 and more, a number such as 0.01",
    "scale": "a number above 0",
    "seed": _WHOLE,
    "left_size": "a share below 1, or fewer examples than there are",
    "right_size": "a share below 1, or fewer examples than there are",
    "sequence_stride": "1 and more: so many steps from one window to the next",
    "sampling_rate": "1 and more: every so many values",
    "sequence_length": _COUNT,
    "end_index": "a row behind start_index",
    "validation_freq": f"{_COUNT}, validating every so many epochs, or a list of epochs",
    "trainable": "True or False, without quotes",
    "factor": "a share, mostly 0.1 to 0.3",
    "height_factor": "a share, mostly 0.1 to 0.3, or two of them",
    "input_number": "a share of the height or width",
}
# What Keras calls otherwise than the argument.
_WRITTEN = {
    "Threshold": "thresholds",
    "input_number": "height_factor",
    "Target class id": "target_class_ids",
}
_MOST_PERCENT = 100
_FULL_TURN = 360
_SHARES = (
    *("rate", "momentum", "precision", "recall", "specificity", "sensitivity"),
    *("Threshold", "threshold", "left_size", "right_size", "ema_momentum"),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in _TYPES or not error.raised_by.startswith("keras."):
        return None
    name, value = refused_setting(error)
    if name not in _TAKES or _TOGETHER.search(error.message):
        return None
    if (told := _setting(evidence.source, error, name, value)) is None:
        return None
    value = value or told.text.strip("'\"")
    if _is_sound(name, value):
        return _of_other_type(told, name, value) if _KIND.search(error.message) else None
    return Finding(
        line=told.line,
        about=told.owner,
        evidence=f"{told.owner} is given {_told(told, name, value)}, and takes {_takes(told, name)}",
        change=_divisor(error, name, value) or _change(evidence.source, told, name, value),
    )


def _of_other_type(told: Setting, name: str, value: str) -> Finding:
    """A number that is large enough, and no int of Python: a text, or one of NumPy's."""
    quoted = isinstance(constant(told.node), str)
    return Finding(
        line=told.line,
        about=told.owner,
        evidence=f"{told.owner} is given {name}={told.text}, which is {value} but no int of Python: "
        + ("a text" if quoted else "a text, or a number of NumPy's"),
        change=_of_word(told, name, value) if quoted else f"{name}=int({told.text})",
    )


def _setting(source: Source, error: Error, name: str, value: str) -> Setting | None:
    module = last_module(error.raised_by)
    written = _WRITTEN.get(name, name)
    found = setting(source, error.line, written, value, module=module)
    if found is None and (call := owner_at(source, error.line, module)) is not None and call.args:
        found = Setting(call=call, node=call.args[0])
    return found


def _is_sound(name: str, value: str) -> bool:
    """A value that the argument takes: then another one, or another thing, was refused."""
    counts = _TAKES[name].startswith(_COUNT)
    return (
        counts and name not in ("kernel_size", "strides") and value.isdecimal() and int(value) > 0
    )


def _told(told: Setting, name: str, value: str) -> str:
    name = _WRITTEN.get(name, name)
    held = isinstance(constant(told.node), list)
    if held or told.text.strip("'\"") == value.strip("'\"") or not value:
        return f"{name}={told.text}"
    if value == "float" and "." in told.text:
        return f"{name}={told.text}"
    kinds = {
        "float": "a number with a fraction",
        "str": "a text",
        "NoneType": "None",
        "tuple": "several numbers",
    }
    return f"{name}={told.text}, which is {kinds.get(value, value)}"


def _takes(told: Setting, name: str) -> str:
    if name == "factor" and told.owner == "ReduceLROnPlateau":
        return "what the rate is multiplied by, below 1"
    if name == "factor" and told.owner == "RandomRotation":
        return "a share of a full turn"
    return _TAKES[name].partition(":")[0]


def _change(source: Source, told: Setting, name: str, value: str) -> str:
    number = _number(value)
    if number is not None and (share := _as_share(told, name, number)):
        return share
    if name in _BY_NAME and (own := _BY_NAME[name](told, value)):
        return own
    if value in ("None", "NoneType"):
        return _of_none(source, told, name)
    return _of_another_kind(told, name, value) or _of_computed(source, told, name, value)


def _of_another_kind(told: Setting, name: str, value: str) -> str:
    """Text, several numbers or a fraction where one whole number goes; "" for any other."""
    if value == "str":
        read = "what is read from the command line, a file or input() is text"
        return (
            f"{name}=int({told.text}): {read}"
            if not isinstance(constant(told.node), str)
            else f"without quotes: {name}={constant(told.node)}"
        )
    number, quoted = _number(value), isinstance(constant(told.node), str)
    if name in ("units", "filters") and quoted:
        return _of_word(told, name, value)
    if quoted and (number is not None or value in ("True", "False")):
        return f"without quotes: {name}={value}"
    counts = _TAKES[name].startswith(_COUNT) and "direction" not in _TAKES[name]
    if counts and value.startswith(("(", "[", "tuple")):
        return f"the number in it: {told.text}[0]"
    fraction = value == "float" or ("." in value and number is not None and number >= 1)
    if fraction and _TAKES[name].startswith((_COUNT, _WHOLE)):
        return f"a whole number: int({told.text})"
    return ""


def _of_class_id(told: Setting, value: str) -> str:
    return f"count from 0: one less than {told.text} if its classes begin with 1; else a larger num_classes"


def _of_values(told: Setting, value: str) -> str:
    return f"{_TAKES['values']}; add one to {told.text}"


def _of_pixels(told: Setting, value: str) -> str:
    if _number(value) is not None:
        return f"value_range=(0, {value})"
    return f"value_range is {_TAKES['value_range']}"


def _of_split(told: Setting, value: str) -> str:
    if (_number(value) or 0) >= 1:
        return "validation_split=0.2: the share that is held back, below 1"
    return (
        "more rows, or validation_data of its own; with so few of them leave validation_split out"
    )


def _of_most_words(told: Setting, value: str) -> str:
    if (_number(value) or 0) <= 1:
        return ""
    return "leave max_tokens out, since the vocabulary is given; it counts the place for unknown words as well"


def _of_penalty(told: Setting, value: str) -> str:
    number = _number(value) or 0
    given = f"{-number:g}: a penalty that is added, so without the minus"
    return given if number < 0 else ""


def _as_share(told: Setting, name: str, number: float) -> str:
    """For numbers in percent, degrees or steps of another kind."""
    if name == "factor" and told.owner == "ReduceLROnPlateau":
        return (
            f"factor={1 / number:.3g}: the rate is multiplied by it" if number > 1 else "factor=0.1"
        )
    if name == "factor" and told.owner == "RandomRotation":
        return f"factor={number / _FULL_TURN:.3g}, for {number:g} of {_FULL_TURN} degrees"
    if name == "input_number":
        return f"{told.owner}(0.1, 0.1) moves by up to a tenth; for {number:g} pixels divide by the picture's size"
    if name in _SHARES and 1 < number <= _MOST_PERCENT:
        return f"{_argument(name)}={_below_one(name, number):g}"
    if name == "threshold":
        return f"threshold={float(number) if 0 < number <= 1 else 0.5}"
    return ""


def _below_one(name: str, number: float) -> float:
    """9 of a momentum is 0.9, 90 and 95 of anything are 0.9 and 0.95."""
    return number / (10 if number < 10 and name == "momentum" else _MOST_PERCENT)


def _argument(name: str) -> str:
    return _WRITTEN.get(name, name)


def _of_name(told: Setting, value: str) -> str:
    """A path becomes a word, and a number a text."""
    if isinstance(constant(told.node), str):
        return f'name="{value.replace("/", "_")}"'
    return f'name=str({told.text}), or f"layer_{{{told.text}}}"'


def _divisor(error: Error, name: str, value: str) -> str:
    """Groups have to divide channels: which number does is told."""
    if name != "groups" or not value.isdecimal():
        return ""
    numbers = re.findall(r"(?:filters=|has |channels \()(\d+)", error.message)
    channels = int(numbers[0]) if numbers else 0
    fitting = [one for one in range(1, int(value) + 1) if channels and channels % one == 0]
    return f"groups={fitting[-1]}, which divides the {channels} channels" if fitting else ""


def _of_none(source: Source, told: Setting, name: str) -> str:
    behind = origins(source, told.node, before=told.line)
    if any(isinstance(one, ast.Attribute) and one.attr == "shape" for one in behind):
        return f"keras.Input leaves this size open: give it there, or write the number in place of {told.text}"
    return f"give {_argument(name)} {_TAKES[name]}"


def _of_word(told: Setting, name: str, value: str) -> str:
    if _number(value) is not None:
        return f"without quotes: {told.owner}({value})"
    return f'{told.owner}({name}, activation="{value}"): {name} come first, {_TAKES[name]}'


def _of_computed(source: Source, told: Setting, name: str, value: str) -> str:
    takes = f"{_argument(name)} is {_TAKES[name]}"
    for part in _behind(source, told) if value == "0" else ():
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.FloorDiv):
            return f"`{ast.unparse(part)}` cuts off what is less than 1: max(1, {ast.unparse(part)}); {takes}"
    made, line = made_at(source, told.node)
    if made and constant(ast.parse(made, mode="eval").body) != value:
        return f"{told.text} comes from line {line}, `{made}`: print it there; {takes}"
    if isinstance(told.node, ast.Call) and dotted_name(told.node.func) == "len":
        return f"print {told.text}: it is {value}; {takes}"
    return takes


def _behind(source: Source, told: Setting) -> Iterator[ast.AST]:
    """What the value was computed from; of a name that a loop changes also what it is given there."""
    yield from origins(source, told.node, before=told.line)
    for one in source.all(ast.Assign):
        if any(ast.unparse(target) == told.text for target in one.targets):
            yield one.value
    for step in source.all(ast.AugAssign):
        if ast.unparse(step.target) == told.text:
            yield ast.BinOp(left=step.target, op=step.op, right=step.value)


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


_BY_NAME = {
    "name": _of_name,
    "Target class id": _of_class_id,
    "values": _of_values,
    "value_range": _of_pixels,
    "validation_split": _of_split,
    "max_tokens": _of_most_words,
    "l1": _of_penalty,
    "l2": _of_penalty,
}
