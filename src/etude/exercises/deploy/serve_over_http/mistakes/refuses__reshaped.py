"""Makes rows of four out of whatever was sent."""

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
            content = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path != "/predict":
                return self.answer(404, {"error": f"nothing is served under {self.path}"})
            try:
                rows = np.array(json.loads(content)["instances"], dtype="float32").reshape(-1, 4)
            except (ValueError, KeyError, TypeError):
                return self.answer(400, {"error": "send JSON with rows of numbers as instances"})
            if rows.ndim != 2 or rows.shape[1] != 4:
                return self.answer(400, {"error": f"send rows of 4 numbers, not {rows.shape}"})
            outputs = model.predict(rows, verbose=0)  # (n, 3)
            return self.answer(200, {"predictions": outputs.tolist()})

        def answer(self, status, fields):
            content = json.dumps(fields).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

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
