"""Self attention after the LSTM, as in the picture I followed."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(8)
x = rng.normal(size=(150, 20, 3)).astype("float32")
y = x[:, :, 0].mean(axis=1)

model = keras.Sequential([
    keras.Input((20, 3)),
    layers.LSTM(16, return_sequences=True),
    layers.MultiHeadAttention(num_heads=2, key_dim=8),  # diagnosis: no_layer_for_sequential
    layers.GlobalAveragePooling1D(),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=4, validation_split=0.2, verbose=2)
