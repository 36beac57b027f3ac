"""Pages of a site by topic, sorted: the whole graph of links is one batch, and its rows keep their order."""
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
PAGES, TOPICS = 180, 3
topic = np.repeat(np.arange(TOPICS), PAGES // TOPICS)
links = rng.random((PAGES, PAGES)) < np.where(topic[:, None] == topic, 0.15, 0.01)
links = np.maximum(links, links.T) + np.eye(PAGES)
spread = (links / links.sum(1, keepdims=True)).astype("float32")
words = (np.eye(TOPICS)[topic] @ rng.normal(0, 0.6, (TOPICS, 24)) + rng.normal(size=(PAGES, 24))).astype("float32")
known = (rng.random(PAGES) < 0.15).astype("float32")


class Neighbours(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.project = layers.Dense(units, use_bias=False)

    def call(self, inputs):
        rows, among = inputs
        return ops.matmul(among, self.project(rows))


features, graph = keras.Input((24,)), keras.Input((PAGES,))
hidden = layers.Dropout(0.4)(ops.relu(Neighbours(16)([features, graph])))
model = keras.Model([features, graph], Neighbours(TOPICS)([hidden, graph]))
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(keras.optimizers.Adam(0.01), loss, weighted_metrics=["accuracy"])
model.fit([words, spread], topic, sample_weight=known, batch_size=PAGES, shuffle=False, epochs=80, verbose=0)
print(model.evaluate([words, spread], topic, sample_weight=1 - known, batch_size=PAGES, verbose=0))
