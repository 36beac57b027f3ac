"""Linear regression of price on area, one weight and one bias: the loss is nan from the first epoch."""
import numpy as np
import pandas as pd
from tensorflow import keras
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model

rng = np.random.default_rng(3)
size = rng.uniform(600, 4500, 400)
df = pd.DataFrame({"sqft": size, "price": 0.12 * size + rng.normal(0, 20, 400)})

x = df["sqft"].values
y = df["price"].values / 100

inputs = Input(shape=(1,))
preds = Dense(1, activation="linear")(inputs)
model = Model(inputs=inputs, outputs=preds)
sgd = keras.optimizers.SGD()
model.compile(optimizer=sgd, loss="mse", metrics=["mse"])
model.fit(x, y, batch_size=8, epochs=5, verbose=2)  # diagnosis: inputs_not_scaled
print(model.get_weights())
