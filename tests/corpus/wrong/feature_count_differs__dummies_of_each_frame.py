import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras

keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
n = 600
p = [0.35, 0.35, 0.28, 0.02]
df = pd.DataFrame({"fuel": rng.choice(["diesel", "petrol", "electric", "gas"], n, p=p),
                   "doors": rng.choice(["three", "five"], n),
                   "hp": rng.normal(0, 1, n)})
df["mpg"] = df.hp * -0.5 + (df.fuel == "electric") * 2 + rng.normal(0, 0.1, n)
train_df, test_df = train_test_split(df, test_size=0.2, random_state=3)
test_df = test_df[test_df["fuel"] != "gas"]
train_x = pd.get_dummies(train_df.drop(columns="mpg")).astype("float32")
test_x = pd.get_dummies(test_df.drop(columns="mpg")).astype("float32")  # diagnosis: feature_count_differs

model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train_x, train_df["mpg"], epochs=10, verbose=0)
print(model.evaluate(test_x, test_df["mpg"], verbose=0))
