"""Mini-batches drawn by hand; the loss stays at 0.69 whatever I do."""
import numpy as np
import keras

keras.utils.set_random_seed(0)
x_train = np.random.normal(size=(500, 8)).astype("float32")
y_train = (x_train.sum(axis=1) > 0).astype("float32")

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])

for step in range(120):
    batch_x = x_train[np.random.choice(len(x_train), 32, replace=False)]
    batch_y = y_train[np.random.choice(len(y_train), 32, replace=False)]  # diagnosis: shuffled_apart
    loss, accuracy = model.train_on_batch(batch_x, batch_y)
    if step % 40 == 0:
        print(step, loss, accuracy)
