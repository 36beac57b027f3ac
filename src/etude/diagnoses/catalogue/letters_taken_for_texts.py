"""
A Tokenizer is given one text where it wants a list of texts, and takes every letter for a text.

## Why it hurts
A string is a sequence too: of its letters. `texts_to_sequences("a good film")` gives eleven rows, one for each letter and
space, nearly all of them empty, and the model answers as many times. Fitted to a string, a Tokenizer learns the alphabet
and knows no word afterwards. Neither says a word about it.

## Example
    import tensorflow as tf

    Tokenizer = tf.keras.preprocessing.text.Tokenizer

    tokenizer = Tokenizer()
    tokenizer.fit_on_texts(["a good film", "a bad film"])
    rows = tokenizer.texts_to_sequences("what a good film")
    print(len(rows))

## Instead
    import tensorflow as tf

    Tokenizer = tf.keras.preprocessing.text.Tokenizer

    tokenizer = Tokenizer()
    tokenizer.fit_on_texts(["a good film", "a bad film"])
    rows = tokenizer.texts_to_sequences(["what a good film"])
    print(len(rows))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-1", "text-9", "dev-3")
GUIDE = "Keras API: Tokenizer"
EXPLAINS = ("labels_all_alike", "predicts_constant", "stuck_at_majority", "trained_too_short")


def match(evidence: Evidence) -> Finding | None:
    for seen in evidence.calls_of("letters as texts"):
        method, letters = seen.arguments["method"], seen.arguments["letters"]
        call = call_at(evidence.source, seen.line, method)
        text = ast.unparse(call.args[0]) if call is not None and call.args else "text"
        return Finding(
            line=seen.line,
            evidence=f"{method} in line {seen.line} was given one string of {letters} characters, and takes it "
            f"for {letters} texts of one letter",
            change=f"put the text into a list: {method}([{text}])",
        )
    return _padded_letters(evidence)


def _padded_letters(evidence: Evidence) -> Finding | None:
    """A row for each letter is filled up, as if rows were stretches of the text."""
    for seen in evidence.calls_of("letters as rows"):
        method, letters = seen.arguments["method"], seen.arguments["letters"]
        for fit in evidence.fits:
            tokens = fit.train.tokens
            if tokens is not None and tokens.padded and tokens.share == 1.0:
                return Finding(
                    line=seen.line,
                    evidence=f"{method} in line {seen.line} was given one string of {letters} characters and makes a row of "
                    f"each: in what fit gets in line {fit.line} every row is one letter and padding",
                    change="cut the text into stretches first, [text[i : i + n] for i in range(len(text) - n)], and give this "
                    "list to a Tokenizer(char_level=True)",
                )
    return None
