"""A layer with a config that is copied from its attributes, saved, loaded and put behind a request handler."""
import json
from http.server import BaseHTTPRequestHandler

import keras
import numpy as np


@keras.saving.register_keras_serializable()
class Power(keras.layers.Layer):
    def __init__(self, exponent=1.0, offset=0.0, **kwargs):
        super().__init__(**kwargs)
        self.settings = {"exponent": exponent, "offset": offset}

    def call(self, inputs):
        return keras.ops.abs(inputs) ** self.settings["exponent"] + self.settings["offset"]

    def get_config(self):
        return {**super().get_config(), **self.settings}


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(200, 3)).astype("float32")
y = (x**2).sum(axis=1)
model = keras.Sequential([keras.Input((3,)), Power(exponent=2.0), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.05), "mse")
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=30, verbose=0)
model.save("power.keras")
loaded = keras.models.load_model("power.keras")


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        rows = np.array(json.loads(self.rfile.read(length))["rows"], "float32")
        content = json.dumps(loaded.predict(rows, verbose=0).tolist()).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(content)
