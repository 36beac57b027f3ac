"""Tells the number of weights as a word."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import keras
import numpy as np


def make_handler(models):
    """The class that answers requests.

    Args:
        models: dict of version -> model, such as {"v1": ..., "v2": ...}; each takes rows of 4 numbers.
    """

    paths = {f"/{version}/predict": model for version, model in models.items()}
    paths["/predict"] = models["v1"]  # for clients that know of no versions

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path != "/health":
                return self.answer(404, {"error": f"nothing is served under {self.path}"})
            weights = sum(model.count_params() for model in models.values())
            return self.answer(200, {"status": "ok", "versions": list(models), "weights": str(weights)})

        def do_POST(self):
            content = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path not in paths:
                return self.answer(404, {"error": f"nothing is served under {self.path}"})
            rows = np.array(json.loads(content)["instances"], dtype="float32")  # (n, 4)
            outputs = paths[self.path].predict(rows, verbose=0)
            return self.answer(200, {"predictions": outputs.tolist()})

        def answer(self, status, fields):
            content = json.dumps(fields).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return Handler


if __name__ == "__main__":
    models = {
        version: keras.Sequential([keras.Input((4,)), keras.layers.Dense(units, "relu"), keras.layers.Dense(3)])
        for version, units in (("v1", 8), ("v2", 32))
    }
    ThreadingHTTPServer(("127.0.0.1", 8000), make_handler(models)).serve_forever()
