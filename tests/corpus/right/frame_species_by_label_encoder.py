import numpy as np
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, MinMaxScaler
from tensorflow import keras

keras.utils.set_random_seed(107)
rng = np.random.default_rng(107)
parts = [pd.DataFrame({"bill": rng.normal(38 + 5 * k, 2, 200), "mass": rng.normal(3700 + 600 * k, 300, 200), "species": name})
         for k, name in enumerate(["adelie", "chinstrap", "gentoo"])]
penguins = pd.concat(parts, ignore_index=True)
encoder = LabelEncoder()
y = encoder.fit_transform(penguins["species"])
X_train, X_test, y_train, y_test = train_test_split(penguins[["bill", "mass"]], y, stratify=y, test_size=.2, random_state=0)
scaler = MinMaxScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")])
model.compile(keras.optimizers.Adam(.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=25, validation_data=(X_test, y_test), verbose=0)
names = encoder.inverse_transform(model.predict(X_test, verbose=0).argmax(axis=1))
print(classification_report(encoder.inverse_transform(y_test), names))
