import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
n = 900
df = pd.DataFrame({
    "alcohol": rng.normal(10.5, 1.1, n),
    "acidity": rng.gamma(4.0, 2.0, n),
    "sulphates": rng.normal(0.65, 0.15, n),
    "chlorides": rng.gamma(2.0, 0.04, n),
})
score = 0.9 * (df["alcohol"] - 10.5) - 0.2 * (df["acidity"] - 8) + 3 * (df["sulphates"] - 0.65)
df["good"] = (score + rng.normal(0, 0.5, n) > 0).astype(int)

X = df.drop(columns=["good"])
y = df["good"]
scaler = StandardScaler()
X_scaled = scaler.fit_transform(X)  # diagnosis: statistics_from_all_rows
X_train, X_test, y_train, y_test = train_test_split(X_scaled, y, test_size=0.2, random_state=42)

model = tf.keras.Sequential([
    tf.keras.layers.Input((4,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=15, batch_size=32, validation_split=0.1, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
