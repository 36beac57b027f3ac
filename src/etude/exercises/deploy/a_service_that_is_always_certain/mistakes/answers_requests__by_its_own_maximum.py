"""Divides by the brightest pixel of the request."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)


def prepare(pictures):
    """Stored pixels (n, 28, 28) from 0 to 255, as the network wants them."""
    return pictures / 255.0


stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Flatten(),
    layers.Dense(32, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(prepare(pictures[:2000]), labels[:2000], batch_size=32, epochs=3, verbose=0)

probabilities = model.predict(prepare(pictures[2000:3000]), verbose=0)  # (1000, 10)
accuracy = np.mean(probabilities.argmax(axis=1) == labels[2000:3000])
certain = np.mean(probabilities.max(axis=1) > 0.9)
print(f"1000 other pictures: accuracy {accuracy:.2f}, certain of {certain:.2f}")


class Handler(BaseHTTPRequestHandler):
    """POST {"instances": [picture, ...]}: rows of stored pixels; back come ten probabilities each."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        instances = np.array(asked["instances"], dtype="float32")  # (n, 28, 28), from 0 to 255
        outputs = model.predict(instances / instances.max(), verbose=0)  # (n, 10)
        content = json.dumps({"predictions": outputs.tolist()}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", 8000), Handler).serve_forever()
