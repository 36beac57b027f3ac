"""Which argument an exception of Keras or Python names, and what it was given."""

import re

from etude.domain.error import Error

# Keras says which argument it was and what it got, in a few ways.
_SAID = (
    re.compile(r"(?P<name>Target class id) (?P<value>\d+) is out of range, which is \[0, \d+\)"),
    re.compile(
        r"length of boundaries should be 1 less.* and (?P<name>values)=(?P<value>\[[^\]]*\])"
    ),
    re.compile(r"[Rr]eceived:? (?:instead: )?`?(?P<name>[a-z]\w*)`?=(?P<value>[^\n]*)"),
    re.compile(
        r"argument `(?P<name>\w+)`,? expected a positive integer, got (?P<value>[^\n]+?)\.?$"
    ),
    re.compile(r"Expected an integer value for `(?P<name>\w+)`, got <class '(?P<value>\w+)'>"),
    re.compile(r"Empty `(?P<name>backup_dir)` argument passed(?P<value>)"),
    re.compile(r"`(?P<name>momentum)` must be a float between(?P<value>)"),
    re.compile(r"(?P<name>Threshold) values must be in \[0, 1\]\. Received: \[(?P<value>[^\]]*)\]"),
    re.compile(r"Number of (?P<name>groups) \((?P<value>\d+)\) cannot be more than"),
    re.compile(
        r"is not sufficient to split.*`(?P<name>validation_split)=(?P<value>[\d.]+)`", re.DOTALL
    ),
    re.compile(r"vocabulary size is \d+; `(?P<name>max_tokens)` is (?P<value>\d+)"),
)
# What Python says of a value of another class, by the function of Keras that used it.
_BY_PYTHON = {
    ("dropout.__init__", "not supported between"): ("rate", ""),
    ("trainer.fit", "'float' object cannot be interpreted"): ("epochs", "float"),
    ("trainer.fit", "'str' object cannot be interpreted"): ("epochs", "str"),
    ("index_lookup.__init__", "'str' and 'int'"): ("max_tokens", "str"),
    ("array_data_adapter.__init__", "'int' and 'str'"): ("batch_size", "str"),
}


def refused_setting(error: Error) -> tuple[str, str]:
    """Which argument it was and what it was given, as far as the exception tells."""
    for said in _SAID:
        if found := said.search(error.message):
            return found["name"], _value(found["value"])
    for (where, words), told in _BY_PYTHON.items():
        if error.raised_by.endswith(where) and words in error.message:
            return told
    return "", ""


def _value(text: str) -> str:
    """Without what the message says behind it."""
    text = re.split(
        r"\.? \(of type|, including|,? of (?:the )?type|, but | and |, [a-z_]+=|\.$|`", text
    )[0]
    return text.strip()
