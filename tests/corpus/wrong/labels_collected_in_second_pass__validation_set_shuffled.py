"""evaluate and the confusion matrix of the same validation set do not agree at all."""
import numpy as np
import tensorflow as tf
from sklearn.metrics import confusion_matrix
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
y = rng.integers(0, 4, size=500)
x = rng.normal(0, 0.3, size=(500, 16, 16, 3)).astype("float32")
for image, k in zip(x, y):
    image[4 * k:4 * k + 4, :, k % 3] += 1

train_data = tf.data.Dataset.from_tensor_slices((x[:400], y[:400])).shuffle(400).batch(32)
val_data = tf.data.Dataset.from_tensor_slices((x[400:], y[400:])).shuffle(100).batch(32)  # diagnosis: labels_collected_in_second_pass

model = tf.keras.Sequential([
    layers.Input((16, 16, 3)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(4, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_data, epochs=5, validation_data=val_data, verbose=2)

print(model.evaluate(val_data))
y_pred = np.argmax(model.predict(val_data), axis=-1)
y_true = np.concatenate([labels.numpy() for _, labels in val_data])
print(confusion_matrix(y_true, y_pred))
