# why does my model not learn with tf.data? with the numpy arrays it gets 97 %
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(8)


def make_samples(n=1500):
    rng = np.random.default_rng(4)
    centres = rng.normal(0, 1, (4, 30))
    y = rng.integers(0, 4, n)
    x = centres[y] + rng.normal(0, 0.7, (n, 30))
    return x.astype("float32"), y.astype("int32")


x, y = make_samples()
x_train, x_val = x[:1200], x[1200:]
y_train, y_val = y[:1200], y[1200:]


def to_onehot(label):
    return tf.one_hot(label, 4)


features_ds = tf.data.Dataset.from_tensor_slices(x_train).shuffle(1200)  # diagnosis: shuffled_apart
labels_ds = tf.data.Dataset.from_tensor_slices(y_train).map(to_onehot).shuffle(1200)  # diagnosis: shuffled_apart
train_ds = tf.data.Dataset.zip((features_ds, labels_ds)).batch(32)
val_ds = tf.data.Dataset.from_tensor_slices((x_val, tf.one_hot(y_val, 4))).batch(32)

inputs = tf.keras.Input((30,))
h = tf.keras.layers.Dense(64, activation="relu")(inputs)
outputs = tf.keras.layers.Dense(4, activation="softmax")(h)
model = tf.keras.Model(inputs, outputs)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, epochs=6, verbose=2)
