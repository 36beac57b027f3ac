"""
`word_index` of the old `Tokenizer` holds every word, whatever `num_words` says.

## Why it hurts
`num_words` limits what `texts_to_sequences` gives, nothing else: `word_index` goes on to the rarest word. An Embedding as
large as `word_index` has rows that are never used or learned, and texts that are turned into numbers by `word_index` itself get
numbers that the network has never met. `TextVectorization` with `max_tokens` has one limit for everything.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    texts = [" ".join(f"word{i}" for i in rng.integers(0, 30, 8)) for _ in range(32)]
    labels = rng.integers(0, 2, 32)

    tokenizer = tf.keras.preprocessing.text.Tokenizer(num_words=20)
    tokenizer.fit_on_texts(texts)
    tokens = keras.utils.pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=8)

    model = keras.Sequential([
        keras.layers.Embedding(len(tokenizer.word_index) + 1, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    texts = [" ".join(f"word{i}" for i in rng.integers(0, 30, 8)) for _ in range(32)]
    labels = rng.integers(0, 2, 32)

    words = keras.layers.TextVectorization(max_tokens=20, output_sequence_length=8)
    words.adapt(texts)

    model = keras.Sequential([
        keras.Input((1,), dtype="string"),
        words,
        keras.layers.Embedding(20, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tf.constant(texts), labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, argument, dotted_name
from etude.diagnoses.text import OUTSIDE_ROWS, embeddings
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("text-1", "text-3", "dev-6")
GUIDE = "Keras API: TextVectorization layer"
EXPLAINS = ("embedding_too_small",)

# One number more for padding, one for words that are unknown.
_SPARE = 2


def match(evidence: Evidence) -> Finding | None:
    limit = _limit(evidence.source)
    if not limit:
        return None
    return _too_many_rows(evidence, limit) or _looked_up_beyond(evidence, limit)


def _looked_up_beyond(evidence: Evidence, limit: int) -> Finding | None:
    """Words were numbered by ``word_index`` itself, and the Embedding had no row for one."""
    line = _look_up_line(evidence.source)
    for error in evidence.errors:
        found = OUTSIDE_ROWS.search(error.message)
        if line and found is not None and int(found["number"]) >= limit:
            return Finding(
                line=line,
                evidence=f"word_index in line {line} gave a word the number {found['number']}; with "
                f"num_words={limit} texts_to_sequences leaves such words out",
                change="turn every text into numbers with texts_to_sequences",
            )
    return None


def _too_many_rows(evidence: Evidence, limit: int) -> Finding | None:
    line = _index_line(evidence.source)
    if not line:
        return None
    for fit in evidence.fits:
        for layer in embeddings(fit.model):
            rows = layer.config.get("input_dim", 0)
            if rows > limit + _SPARE:
                return Finding(
                    line=line,
                    evidence=f"num_words={limit} lets texts_to_sequences give numbers below {limit}, and the "
                    f"Embedding has {rows} rows, one for each word of word_index",
                    change=f"let the Embedding have {limit} rows, and turn texts into numbers with "
                    "texts_to_sequences",
                )
    return None


def _limit(source: Source) -> int:
    """``num_words`` of the first Tokenizer, 0 without one."""
    for call in source.calls("Tokenizer"):
        given = argument(call, "num_words", 0)
        if isinstance(given, ast.Name):
            value = assigned_value(source, given.id, before=call.lineno)
            given = value.value if isinstance(value, ast.Constant) else None
        if isinstance(given, int):
            return given
    return 0


def _index_line(source: Source) -> int:
    """Where the size of ``word_index`` is taken."""
    for call in source.calls("len"):
        inner = call.args[0] if call.args else None
        if isinstance(inner, ast.Attribute) and inner.attr == "word_index":
            return call.lineno
    return 0


def _look_up_line(source: Source) -> int:
    """Where single words are looked up: ``word_index[word]``, ``word_index.get(word)``."""
    parts = [n.value for n in source.nodes if isinstance(n, ast.Subscript)]
    parts += [
        call.func.value for call in source.calls("get") if isinstance(call.func, ast.Attribute)
    ]
    lines = [part.lineno for part in parts if dotted_name(part).endswith("word_index")]
    return max(lines, default=0)
