"""Loss and accuracy of a network, of which compile knows no metric."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(3)
x = rng.normal(size=(300, 6)).astype("float32")
y = (x[:, 0] > x[:, 1]).astype("int32")
model = tf.keras.models.Sequential([
    tf.keras.layers.Input((6,)),
    tf.keras.layers.Dense(12, activation="relu"),
    tf.keras.layers.Dense(2, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x[:240], y[:240], epochs=10, validation_data=(x[240:], y[240:]), verbose=0)
test_loss, test_acc = model.evaluate(x[240:], y[240:])  # diagnosis: evaluate_gives_other_numbers
print("Test accuracy:", test_acc)
