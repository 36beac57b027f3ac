import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
from sklearn.utils.class_weight import compute_class_weight
from tensorflow import keras

keras.utils.set_random_seed(6)
rng = np.random.default_rng(36)
n = 1200
df = pd.DataFrame({"u": rng.normal(size=n), "v": rng.normal(size=n)})
df["state"] = np.select([df.u + df.v > 2, df.u - df.v > 2.2], ["broken", "worn"], "fine")
train, test = train_test_split(df, stratify=df["state"], test_size=.25, random_state=0)
le = LabelEncoder().fit(train["state"])
w = compute_class_weight("balanced", classes=np.unique(train["state"]), y=train["state"])
weights = dict(zip(np.unique(train["state"]).tolist(), w.tolist()))
sc = StandardScaler().fit(train[["u", "v"]])
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(sc.transform(train[["u", "v"]]), le.transform(train["state"]), class_weight=weights, epochs=8, verbose=0)  # diagnosis: class_weight_misses_class
print(model.evaluate(sc.transform(test[["u", "v"]]), le.transform(test["state"]), verbose=0))
