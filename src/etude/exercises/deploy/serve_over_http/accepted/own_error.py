"""A model that answers over HTTP."""

import csv
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import keras
import numpy as np
import tensorflow as tf

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]


def make_handler(model):
    """The class that answers each request to this model; http.server makes one object of it each."""

    return type("PenguinHandler", (PenguinHandler,), {"model": model})


class Refused(Exception):
    """What a request is refused with."""

    def __init__(self, status, why):
        super().__init__(why)
        self.status = status


class PenguinHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    model = None

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        content = self.rfile.read(length)
        try:
            status, answer = 200, {"predictions": self.predictions(content)}
        except Refused as refused:
            status, answer = refused.status, {"error": str(refused)}
        data = bytes(json.dumps(answer), "utf-8")
        self.send_response(status)
        self.send_header("Content-type", "application/json; charset=utf-8")
        self.send_header("Content-length", len(data))
        self.end_headers()
        self.wfile.write(data)

    def predictions(self, content):
        if self.path != "/predict":
            raise Refused(404, "no such path")
        try:
            rows = tf.constant(json.loads(content)["instances"], dtype=tf.float32)
            rows = tf.ensure_shape(rows, (None, 4))
        except Exception as error:
            raise Refused(400, str(error)) from error
        return self.model.predict_on_batch(rows).tolist()


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
