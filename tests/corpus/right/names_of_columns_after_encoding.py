"""The table is made again with the names that the encoder gives, and joined into texts with f-strings."""
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.model_selection import KFold
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.utils import class_weight
from tensorflow import keras

rng = np.random.default_rng(5)
homes = pd.DataFrame({"size": rng.normal(90, 20, 240), "rooms": rng.integers(1, 6, 240), "town": rng.choice(["a", "b", "c"], 240)})
dear = (homes["size"] + 12 * homes.rooms > 130).astype(int).to_numpy()

for train, test in KFold(3, shuffle=True, random_state=0).split(homes):
    prepare = ColumnTransformer([("numbers", StandardScaler(), ["size", "rooms"]), ("town", OneHotEncoder(), ["town"])])
    ready = pd.DataFrame(prepare.fit_transform(homes.iloc[train]), columns=prepare.get_feature_names_out())
    weights = class_weight.compute_class_weight("balanced", classes=np.unique(dear), y=dear[train])
    model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    model.fit(ready.drop("town__town_c", axis=1), dear[train], epochs=20, class_weight=dict(enumerate(weights)), verbose=0)
    held_out = pd.DataFrame(prepare.transform(homes.iloc[test]), columns=prepare.get_feature_names_out())
    loss, accuracy = model.evaluate(held_out.drop("town__town_c", axis=1), dear[test], verbose=0)
    print("accuracy: " + str(round(accuracy, 3)) + f", loss {loss:.3f}")
