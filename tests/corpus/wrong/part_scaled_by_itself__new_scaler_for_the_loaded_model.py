"""The model was 95 % right when I trained it. Loaded again it says the same for every customer."""
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
n = 700
df = pd.DataFrame({"balance": rng.gamma(3, 900, n), "age": rng.uniform(20, 80, n), "products": rng.integers(1, 5, n)})
df["left"] = ((df.age > 45) & (df.balance < 3200)).astype(int)

X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"], random_state=1)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
classifier = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
classifier.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
classifier.fit(X_train, y_train, epochs=15, verbose=0)
print(classifier.evaluate(X_test, y_test, verbose=0))
classifier.save("churn.keras")

# --- predict.py ---
model = keras.models.load_model("churn.keras")
customer = pd.DataFrame({"balance": [6100.0], "age": [66.0], "products": [2]})
scaler = StandardScaler()
customer = scaler.fit_transform(customer)  # diagnosis: part_scaled_by_itself
print("will leave:", model.predict(customer, verbose=0)[0, 0] > 0.5)
