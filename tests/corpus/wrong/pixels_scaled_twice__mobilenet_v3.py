"""Transfer learning with MobileNetV3 does not learn: accuracy stays at chance with my normalised images."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
y = rng.integers(0, 2, 48)
x = rng.integers(0, 120, (48, 32, 32, 3)).astype("float32")
x[y == 1, :, :, 0] += 120
x = x / 255.0  # diagnosis: pixels_scaled_twice

base = keras.applications.MobileNetV3Small(  # diagnosis: pixels_scaled_twice
    include_top=False, weights=None, input_shape=(32, 32, 3), minimalistic=True
)
base.trainable = False

inputs = keras.Input((32, 32, 3))
features = base(inputs, training=False)
features = layers.GlobalAveragePooling2D()(features)
features = layers.Dropout(0.2)(features)
outputs = layers.Dense(1, activation="sigmoid")(features)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(1e-3), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:36], y[:36], epochs=2, batch_size=12, validation_data=(x[36:], y[36:]), verbose=2)
