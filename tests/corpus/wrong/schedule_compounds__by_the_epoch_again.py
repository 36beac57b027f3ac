import numpy as np
import keras
from keras import layers

rng = np.random.default_rng(0)
y = rng.integers(0, 6, 500)
x = rng.random((500, 18, 18, 1)).astype("float32")
for i, k in enumerate(y):
    x[i, k * 3:k * 3 + 3] += 0.3

model = keras.Sequential([
    keras.Input((18, 18, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(6, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])

def decay(epoch, lr):
    return lr * 0.9 ** epoch  # diagnosis: schedule_compounds

callbacks = [keras.callbacks.LearningRateScheduler(decay, verbose=1)]
history = model.fit(x, y, epochs=20, batch_size=32, validation_split=0.2, callbacks=callbacks, verbose=2)
print(history.history["learning_rate"])
