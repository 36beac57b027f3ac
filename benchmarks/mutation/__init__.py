"""Faults put into right programs, one each, as people really slip."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corpus import Program

from mutation import of_data, of_layers, of_training, of_words
from mutation.code import Change, Code
from mutation.place import lines_of

Operator = Callable[[Code], Iterator[Change]]

#: What an operator does -> the changes that it can make to a program.
OPERATORS: Mapping[str, Operator] = {
    "a statement deleted": of_words.statement_deleted,
    "activation of the last layer changed": of_layers.last_activation,
    "activation of a hidden layer changed": of_layers.hidden_activation,
    "units of the last layer changed": of_layers.last_units,
    "a layer left out": of_layers.layer_left_out,
    "a layer not called": of_layers.layer_not_called,
    "`return_sequences` toggled": of_layers.return_sequences,
    "input shape changed": of_layers.input_shape,
    "dropout of 0.99": of_layers.dropout_rate,
    "initial weights of zero": of_layers.initial_zeros,
    "`trainable` flipped": of_layers.trainable,
    "loss exchanged": of_training.loss,
    "`from_logits` toggled": of_training.from_logits,
    "learning rate changed": of_training.learning_rate,
    "SGD with Adam's rate": of_training.optimizer,
    "metric exchanged": of_training.metric,
    "one epoch": of_training.epochs,
    "validation left out": of_training.no_validation,
    "`shuffle=False`": of_training.not_shuffled,
    "targets in another order": of_training.other_rows,
    "x and y swapped": of_training.swapped,
    "parts of the data mixed up": of_training.parts_swapped,
    "parts of a split in another order": of_training.split_order,
    "scale of pixels changed": of_data.scale,
    "a link of a chain left out": of_data.link_left_out,
    "links of a chain swapped": of_data.links_swapped,
    "`repeat()` added": of_data.repeat_added,
    "another axis": of_data.axis,
    "a new axis left out": of_data.new_axis_left_out,
    "a slice off by one": of_data.slice_end,
    "a list for an array": of_data.no_array,
    "a list for a tuple": of_data.list_for_tuple,
    "a word misspelt": of_words.misspelt,
    "a keyword of another version": of_words.other_keyword,
    "brackets of a call missing": of_words.not_called,
}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A right program with one fault.

    Attributes:
      operator: what was done, a key of OPERATORS.
      text: the program as it is now, each line where it was.
      lines: where a finding must point that is about the fault.
      line: the first that is not as it was.
    """

    program: Program
    operator: str
    text: str
    lines: frozenset[int]
    line: int

    @property
    def old(self) -> str:
        """The first line that changed, as it was."""
        return self.program.text.splitlines()[self.line - 1].strip()

    @property
    def new(self) -> str:
        """The same line as it is now."""
        return self.text.splitlines()[self.line - 1].strip()


def mutants_of(program: Program, operator: str) -> Iterator[Mutant]:
    """All that one operator can make of a program."""
    code = Code(program.text)
    for change in OPERATORS[operator](code):
        text = code.changed(change)
        if text is not None:
            yield Mutant(
                program=program,
                operator=operator,
                text=text,
                lines=lines_of(code, change),
                line=_first_difference(program.text, text),
            )


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    return next(number for number, (a, b) in enumerate(pairs, start=1) if a != b)
