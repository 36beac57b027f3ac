"""The loss goes up while the accuracy goes up, and predict gives numbers such as -3.1 instead of probabilities."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

np.random.seed(0)
tf.random.set_seed(0)
y = np.random.randint(0, 5, 500)
x = np.random.rand(500, 12, 12, 1).astype("float32") * 0.3
for i, k in enumerate(y):
    x[i, 2 * k : 2 * k + 3, :, 0] += 0.6

x_train, y_train = x[:400], y[:400]
x_test, y_test = x[400:], y[400:]

model = models.Sequential()
model.add(layers.Input(shape=(12, 12, 1)))
model.add(layers.Conv2D(8, (3, 3), activation="relu"))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Flatten())
model.add(layers.Dense(32, activation="relu"))
model.add(layers.Dense(5))  # diagnosis: logits_without_from_logits
model.summary()

model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",  # diagnosis: logits_without_from_logits
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, epochs=6, validation_data=(x_test, y_test), verbose=2)
test_loss, test_acc = model.evaluate(x_test, y_test, verbose=0)
print(test_acc, model.predict(x_test[:2], verbose=0))
