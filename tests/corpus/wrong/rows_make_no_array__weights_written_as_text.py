"""ValueError: Invalid dtype: object. I have removed all text columns, parcels["zone"] is one-hot."""
import io
import numpy as np
import pandas as pd
from tensorflow import keras

rng = np.random.default_rng(3)
rows = ["zone,express,weight,days"]
for i in range(300):
    weight = rng.uniform(0.2, 9)
    rows.append(f"{'ABC'[i % 3]},{i % 2 == 0},{'' if i == 40 else f'{weight:.2f} kg'},{1 + i % 3 + weight / 4:.1f}")
parcels = pd.read_csv(io.StringIO("\n".join(rows)))
parcels["weight"] = parcels["weight"].str.removesuffix(" kg")

table = pd.concat([pd.get_dummies(parcels["zone"]), parcels[["express", "weight"]]], axis=1)
X = table.values  # diagnosis: rows_make_no_array
y = parcels["days"].values

model = keras.Sequential([
    keras.layers.Input((5,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(X[:240], y[:240], validation_data=(X[240:], y[240:]), epochs=5)  # diagnosis: rows_make_no_array
