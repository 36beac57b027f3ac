"""SGD with momentum, a rate that is halved on a plateau, weight decay and gradient clipping."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = rng.normal(size=(360, 10)).astype("float32")
y = np.argmax(x[:, :4] + 0.3 * rng.normal(size=(360, 4)), axis=1)
model = keras.Sequential([
    keras.Input((10,)),
    keras.layers.Dense(48, activation="relu", kernel_regularizer=keras.regularizers.l2(1e-4)),
    keras.layers.Dense(4, activation="softmax"),
])
sgd = keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True, clipnorm=1.0)
model.compile(sgd, "sparse_categorical_crossentropy", metrics=["accuracy"])
callbacks = [
    keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=2),
    keras.callbacks.EarlyStopping(patience=6, restore_best_weights=True),
]
model.fit(x[:300], y[:300], validation_data=(x[300:], y[300:]), epochs=20, callbacks=callbacks, verbose=0)
