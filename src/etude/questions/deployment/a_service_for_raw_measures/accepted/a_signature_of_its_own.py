"""A matrix of prepared rows, and a module whose signature prepares and brings back."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(2)
TARGET = "weight"
COLUMNS = ["acceleration", "displacement", "model_year"]

table = []
with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        if row[TARGET]:
            table.append([float(row[name]) for name in [*COLUMNS, TARGET]])
table = np.array(table, "float32")
mean, spread = table.mean(axis=0), table.std(axis=0)
scaled = (table - mean) / spread

model = keras.Sequential(
    [keras.Input((3,)), layers.Dense(24, activation="relu"), layers.Dense(1)]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
model.fit(scaled[:, :-1], scaled[:, -1], batch_size=64, epochs=40, verbose=0)


class Service(tf.Module):
    def __init__(self):
        super().__init__()
        self.model = model

    @tf.function(
        input_signature=[{name: tf.TensorSpec([None, 1], tf.float32, name) for name in COLUMNS}]
    )
    def serve(self, measures):
        rows = tf.concat([measures[name] for name in COLUMNS], axis=1)
        estimate = self.model((rows - mean[:-1]) / spread[:-1])
        return {"estimate": estimate * spread[-1] + mean[-1]}


service = Service()
tf.saved_model.save(service, "served", signatures={"serving_default": service.serve})
