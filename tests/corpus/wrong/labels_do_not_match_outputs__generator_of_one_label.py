import numpy as np
from tensorflow.keras.layers import Input, Dense, concatenate
from tensorflow.keras.models import Model

rng = np.random.default_rng(0)
X1 = rng.normal(size=(320, 6)).astype("float32")
X2 = rng.normal(size=(320, 4)).astype("float32")
y = X1[:, :1] + X2[:, :1]
batch_size = 32

input_a = Input(shape=(6,))
input_b = Input(shape=(4,))
merged = concatenate([Dense(16, activation="relu")(input_a), Dense(16, activation="relu")(input_b)])
output_a = Dense(1, name="output_a")(merged)
output_b = Dense(1, name="output_b")(merged)

model = Model(inputs=[input_a, input_b], outputs=[output_a, output_b])
model.compile(optimizer="adam", loss="mse")


def data_generator(batch_size):
    while True:
        rows = rng.integers(0, len(y), batch_size)
        yield (X1[rows], X2[rows]), y[rows]  # diagnosis: labels_do_not_match_outputs


model.fit(data_generator(batch_size), steps_per_epoch=10, epochs=2)
