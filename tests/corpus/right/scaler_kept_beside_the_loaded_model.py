"""Scaler and model are saved side by side; whoever loads the model loads the scaler as well."""
import joblib
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
n = 700
df = pd.DataFrame({"balance": rng.gamma(3, 900, n), "age": rng.uniform(20, 80, n), "products": rng.integers(1, 5, n)})
left = ((df.age > 45) & (df.balance < 3200)).astype(int).values

sc = StandardScaler()
x_train = sc.fit_transform(df[:560])
x_val = sc.transform(df[560:])
classifier = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
classifier.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
classifier.fit(x_train, left[:560], validation_data=(x_val, left[560:]), epochs=15, verbose=0)
classifier.save("churn.keras")
joblib.dump(sc, "churn.joblib")

model = keras.models.load_model("churn.keras")
scaler = joblib.load("churn.joblib")
customer = pd.DataFrame({"balance": [6100.0], "age": [66.0], "products": [2]})
print("will leave:", model.predict(scaler.transform(customer), verbose=0)[0, 0] > 0.5)
