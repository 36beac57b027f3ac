import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
base = keras.Sequential(
    [
        keras.Input((16, 16, 3)),
        layers.Conv2D(4, 3, use_bias=False),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Conv2D(4, 3, activation="relu"),
    ]
)
base.trainable = False
i = keras.Input((16, 16, 3))
h = base(layers.Rescaling(1 / 255)(i), training=False)
model = keras.Model(i, layers.Dense(3)(layers.Dropout(0.2)(layers.GlobalAveragePooling2D()(h))))
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(rng.uniform(0, 255, (32, 16, 16, 3)), np.arange(32) % 3, verbose=0)
