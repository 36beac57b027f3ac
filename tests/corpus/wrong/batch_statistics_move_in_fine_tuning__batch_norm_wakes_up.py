"""Fine-tuning makes the model worse although I pass training=False to the base and use a tiny learning rate."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)


def pictures(count, shift):
    labels = rng.integers(0, 2, count)
    images = rng.normal(size=(count, 12, 12, 3)) * (1 + shift) + shift
    images[labels == 1, :6] += 0.9
    return images.astype("float32"), labels


base = keras.Sequential([
    keras.Input((12, 12, 3)),
    layers.Conv2D(8, 3, use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.GlobalAveragePooling2D(),
])
pretraining = keras.Sequential([keras.Input((12, 12, 3)), base, layers.Dense(1, activation="sigmoid")])
pretraining.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
pretraining.fit(*pictures(300, 0.0), epochs=4, verbose=0)

base.trainable = False
inputs = keras.Input((12, 12, 3))
x = base(inputs, training=False)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(layers.Dropout(0.2)(x)))
train, val = pictures(160, 0.6), pictures(80, 0.6)
model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
model.fit(*train, validation_data=val, epochs=12, verbose=0)
print("before fine-tuning", model.evaluate(*val, verbose=0))

base.trainable = True  # diagnosis: batch_statistics_move_in_fine_tuning
model.compile(keras.optimizers.Adam(1e-5), "binary_crossentropy", metrics=["accuracy"])
model.fit(*train, validation_data=val, epochs=5, verbose=0)  # diagnosis: batch_statistics_move_in_fine_tuning
print("after fine-tuning", model.evaluate(*val, verbose=0))
