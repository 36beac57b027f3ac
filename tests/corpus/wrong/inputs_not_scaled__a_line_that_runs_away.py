"""A straight line through the numbers 0 to 149: after one pass weight and bias are nan."""
import keras
import numpy as np

keras.utils.set_random_seed(1)
count = np.arange(150.0)
price = 3.0 * count + 4.0

model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(loss="mean_squared_error", optimizer=keras.optimizers.SGD(learning_rate=0.001))
model.fit(count, price, epochs=1, batch_size=1, verbose=0)  # diagnosis: inputs_not_scaled
print(model.get_weights())
