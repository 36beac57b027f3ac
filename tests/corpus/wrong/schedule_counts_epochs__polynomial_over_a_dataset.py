"""Loss goes down nicely in epoch 1 and then it is flat as a board. More epochs change nothing."""
import keras
import numpy as np
import tensorflow as tf

num_epochs = 8
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 320)
x = (rng.normal(size=(320, 8)) + 2 * np.eye(8)[y]).astype("float32")
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(320).batch(16).prefetch(1)

lr = keras.optimizers.schedules.PolynomialDecay(
    initial_learning_rate=0.01,
    decay_steps=num_epochs,  # diagnosis: schedule_counts_epochs
    end_learning_rate=0.0,
)
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(keras.optimizers.Adam(lr), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=num_epochs, verbose=2)
