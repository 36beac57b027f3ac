"""Training accuracy 100 %, validation loss in the thousands from the first epoch on"""
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

rng = np.random.default_rng(6)
X = np.c_[rng.normal(300, 50, 500), rng.normal(12_000, 3_000, 500), rng.normal(35, 6, 500)]
y = (X[:, 0] / 50 + X[:, 1] / 3_000 - X[:, 2] / 6 > 4.2).astype("float32")
X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.2, random_state=1)

scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)

model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(
    X_train,
    y_train,
    validation_data=(X_val, y_val),  # diagnosis: tested_on_other_scale
    epochs=15,
    verbose=0,
)
