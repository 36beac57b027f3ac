import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder, StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(21)
rng = np.random.default_rng(21)
parts = []
for k, name in enumerate(["adelie", "chinstrap", "gentoo"]):
    parts.append(pd.DataFrame({"bill": rng.normal(38 + 4 * k, 2, 200), "mass": rng.normal(3700 + 500 * k, 300, 200), "species": name}))
penguins = pd.concat(parts, ignore_index=True)

y = LabelEncoder().fit_transform(penguins["species"])
X = StandardScaler().fit_transform(penguins[["bill", "mass"]])

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(X, y, epochs=12, validation_split=0.2, verbose=0)  # diagnosis: split_takes_last_rows
print(pd.DataFrame(history.history).tail(1))
