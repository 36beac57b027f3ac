"""MobileNetV2 wants -1 to 1, which its own preprocess_input makes inside the model."""
import keras
import numpy as np
from keras.applications import mobilenet_v2

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
labels = rng.integers(0, 3, 30)
images = rng.integers(0, 256, (30, 32, 32, 3)).astype("float32")
base = mobilenet_v2.MobileNetV2(input_shape=(32, 32, 3), include_top=False, weights=None, alpha=0.35)
base.trainable = False
inputs = keras.Input((32, 32, 3))
x = mobilenet_v2.preprocess_input(inputs)
x = base(x, training=False)
x = keras.layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(images[:24], labels[:24], validation_data=(images[24:], labels[24:]), epochs=2, verbose=0)
