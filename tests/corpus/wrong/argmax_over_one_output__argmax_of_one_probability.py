"""The confusion matrix says that my model predicts class 0 only, but evaluate says 95 % accuracy."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
X = rng.normal(size=(500, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] > 0).astype("int32")

model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=(2,)))
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X[:400], y[:400], epochs=20, validation_data=(X[400:], y[400:]), verbose=0)
print("evaluate:", model.evaluate(X[400:], y[400:], verbose=0))

y_pred = model.predict(X[400:], verbose=0)
classes = np.argmax(y_pred, axis=1)  # diagnosis: argmax_over_one_output
matrix = tf.math.confusion_matrix(y[400:], classes, num_classes=2).numpy()
print(matrix)
