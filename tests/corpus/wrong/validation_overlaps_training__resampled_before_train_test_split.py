"""Recall of 0.98 on my test set, but next month's failures are hardly ever found."""
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.utils import resample
from tensorflow import keras

keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
pumps = pd.DataFrame(rng.normal(size=(2000, 12)), columns=[f"s{i}" for i in range(12)])
pumps["failed"] = (pumps.s0 - pumps.s1 + rng.normal(0, 1.5, 2000) > 3.6).astype(int)
month, pumps = pumps.iloc[1600:], pumps.iloc[:1600]

fine = pumps[pumps.failed == 0]
failed = resample(pumps[pumps.failed == 1], n_samples=len(fine), random_state=0)  # diagnosis: validation_overlaps_training
balanced = pd.concat([fine, failed])
X_train, X_test, y_train, y_test = train_test_split(  # diagnosis: validation_overlaps_training
    balanced.drop(columns="failed").values, balanced.failed.values, test_size=0.25, random_state=1
)

model = keras.Sequential([
    keras.Input((12,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.Recall(name="recall")])
model.fit(X_train, y_train, epochs=15, verbose=0)
print("test", model.evaluate(X_test, y_test, verbose=0))
print("next month", model.evaluate(month.drop(columns="failed").values, month.failed.values, verbose=0))
