"""A model that answers over HTTP."""

import csv
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import keras
import numpy as np

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]


def make_handler(model):
    """The class that answers each request to this model; http.server makes one object of it each."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            # TODO: read the content, ask the model, answer with JSON; refuse what is no such request
            self.send_error(501)

    return Handler


def train():
    """A model that tells the species of a penguin from its measures."""
    with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[name] for name in MEASURES)]
    features = np.array([[float(row[name]) for name in MEASURES] for row in rows], "float32")
    labels = np.array([SPECIES.index(row["species"]) for row in rows])
    normalize = keras.layers.Normalization()
    normalize.adapt(features)
    model = keras.Sequential([keras.Input((4,)), normalize, keras.layers.Dense(3)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss)
    model.fit(features, labels, epochs=10, verbose=0)
    return model


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 8000), make_handler(train()))
    print("listening on http://127.0.0.1:8000")
    server.serve_forever()
