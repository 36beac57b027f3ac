import io
import numpy as np
import pandas as pd
from tensorflow import keras

keras.utils.set_random_seed(4)
rng = np.random.default_rng(34)
n = 600
made = pd.DataFrame({"PassengerId": np.arange(1, n + 1), "Pclass": rng.integers(1, 4, n), "Age": rng.uniform(1, 80, n).round(), "Sex": rng.choice(["male", "female"], n)})
made["Survived"] = ((made.Sex == "female") ^ (rng.random(n) < .2)).astype(int)
titanic = pd.read_csv(io.StringIO(made.to_csv(index=False)))
titanic["Sex"] = titanic["Sex"].map({"male": 0, "female": 1})
train = titanic.sample(frac=.8, random_state=0)
test = titanic.drop(train.index)
y_train, y_test = train.pop("Survived"), test.pop("Survived")
model = keras.Sequential([keras.layers.BatchNormalization(), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, y_train, epochs=15, verbose=0)  # diagnosis: row_number_as_feature
print(model.evaluate(test, y_test, verbose=0))
