"""Will the plant need water? The answer is 1 for all eight, and a squared error does not complain."""
import keras
import numpy as np

keras.utils.set_random_seed(2)
dry_and_hot = np.array([[0.1, 0.3], [0.8, 0.7], [0.2, 0.1], [0.9, 0.6], [0.7, 0.9], [0.0, 0.2], [0.3, 0.3], [0.6, 0.8]])
water = (dry_and_hot.sum(axis=1) > 1).astype("int32")

model = keras.Sequential()
model.add(keras.layers.Input((2,)))
model.add(keras.layers.Dense(32, activation="tanh"))
model.add(keras.layers.Dropout(0.2))
model.add(keras.layers.Dense(1, activation="softmax"))  # diagnosis: softmax_on_one_unit
model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.1, momentum=0.9))
model.fit(dry_and_hot, water, epochs=20, batch_size=8, verbose=0)
print(model.predict(dry_and_hot, verbose=0).ravel(), water)
