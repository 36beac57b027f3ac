"""Reads walks of different lengths from JSON lines into padded batches."""

import json

import tensorflow as tf


def load_walks(path, batch_size):
    """A dataset of ({"minutes": (batch, longest), "age": (batch,)}, finished (batch,))."""
    with open(path, encoding="utf-8") as lines:
        walks = [json.loads(line) for line in lines]
    # TODO: minutes, ages and answers of all walks; then batches, filled up with -1.
    return None
