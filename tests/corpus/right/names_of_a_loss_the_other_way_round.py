"""Which of three mills a flour came from. The parameters of the loss have each other's names, and are handed on in order."""
import keras
import numpy as np

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
mills = rng.integers(0, 3, 300)
flours = rng.normal(0, 0.4, (300, 6)) + np.eye(3)[mills] @ rng.normal(size=(3, 6))


def mill_loss(y_pred, y_true):
    return keras.losses.sparse_categorical_crossentropy(y_pred, y_true)


model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(16, activation='relu'),
    keras.layers.Dense(3, activation='softmax'),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss=mill_loss, metrics=['accuracy'])
model.fit(flours, mills, epochs=12, validation_split=0.2, verbose=2)
