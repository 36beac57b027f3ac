"""With my own label smoothing the loss is much higher and the accuracy lower than with the built-in loss."""
import numpy as np
import keras
from keras import ops
from keras.utils import to_categorical

keras.utils.set_random_seed(11)
NUM_CLASSES = 30


def custom_loss(y_true, y_pred, e=0.1):
    return (1 - e) * ops.categorical_crossentropy(y_pred, y_true) + e * ops.categorical_crossentropy(  # diagnosis: loss_arguments_swapped
        y_pred, ops.ones_like(y_pred) / NUM_CLASSES)


rng = np.random.default_rng(2)
centres = rng.normal(0, 2, (NUM_CLASSES, 20))
labels = rng.integers(0, NUM_CLASSES, 3000)
features = (centres[labels] + rng.normal(0, 2.0, (3000, 20))).astype("float32")
targets = to_categorical(labels, NUM_CLASSES)

x_train, x_test = features[:2400], features[2400:]
y_train, y_test = targets[:2400], targets[2400:]

model = keras.Sequential()
model.add(keras.layers.Input(shape=(20,)))
model.add(keras.layers.Dense(64, activation="relu"))
model.add(keras.layers.Dropout(0.2))
model.add(keras.layers.Dense(NUM_CLASSES, activation="softmax"))

opt = keras.optimizers.Adam(learning_rate=0.001)
model.compile(optimizer=opt, loss=custom_loss, metrics=["acc"])
model.fit(x_train, y_train, batch_size=32, epochs=8, validation_data=(x_test, y_test), verbose=2)
