import io
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(2)
rng = np.random.default_rng(32)
n = 900
made = pd.DataFrame({"make": rng.choice(["audi", "bmw", "fiat", "ford", "kia", "opel", "seat"], n), "body": rng.choice(["suv", "van", "coupe", "sedan", "wagon"], n), "hp": rng.normal(120, 30, n)})
made["price"] = made.hp * 0.1 + made.make.map({"audi": 8, "bmw": 9, "fiat": 1, "ford": 3, "kia": 2, "opel": 3, "seat": 2}) + rng.normal(0, 1, n)
df = pd.read_csv(io.StringIO(made.to_csv(index=False)))

cat_cols = ["make", "body"]
for col in cat_cols:
    le = LabelEncoder()
    df[col] = le.fit_transform(df[col])  # diagnosis: category_numbered_not_encoded
X = df.drop("price", axis=1)
y = df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.2, random_state=0)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mae")
model.fit(X_train, y_train, epochs=25, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
