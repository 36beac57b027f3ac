"""Which of three heartbeats is it? 187 values each: "output size would be zero or negative"."""
import numpy as np
from tensorflow.keras.layers import Conv1D, Dense, Flatten, MaxPooling1D
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(3)
beats = rng.integers(0, 3, 300)
signals = np.sin(np.arange(187) / (6 + 3 * beats[:, None])) + rng.normal(0, 0.2, (300, 187))
signals = np.expand_dims(signals, axis=1)

model = Sequential()
model.add(  # diagnosis: series_on_channel_axis
    Conv1D(filters=16, kernel_size=7, activation="relu", input_shape=(1, 187))
)
model.add(MaxPooling1D(3))
model.add(Flatten())
model.add(Dense(3, activation="softmax"))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(signals, beats, epochs=4, batch_size=16, verbose=0)
