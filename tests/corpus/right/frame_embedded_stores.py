import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OrdinalEncoder, StandardScaler

tf.keras.utils.set_random_seed(110)
rng = np.random.default_rng(110)
n = 1200
stores = np.array([f"store {i}" for i in range(12)])
df = pd.DataFrame({"store": rng.choice(stores, n), "day": rng.integers(0, 7, n), "promo": rng.normal(0, 1, n)})
effect = dict(zip(stores, rng.normal(0, 2, 12)))
df["sales"] = df.store.map(effect) + .5 * df.promo + rng.normal(0, .2, n)
train, test = train_test_split(df, test_size=.2, random_state=0)
codes = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=12).fit(train[["store"]])
scale = StandardScaler().fit(train[["promo"]])


def inputs(part):
    return {"store": codes.transform(part[["store"]]).astype("int32"), "promo": scale.transform(part[["promo"]]).astype("float32")}


store = tf.keras.Input((1,), name="store", dtype="int32")
promo = tf.keras.Input((1,), name="promo")
e = tf.keras.layers.Flatten()(tf.keras.layers.Embedding(13, 4)(store))
h = tf.keras.layers.Dense(16, activation="relu")(tf.keras.layers.Concatenate()([e, promo]))
model = tf.keras.Model({"store": store, "promo": promo}, tf.keras.layers.Dense(1)(h))
model.compile(tf.keras.optimizers.Adam(.01), "mse", metrics=["mae"])
model.fit(inputs(train), train["sales"], epochs=15, verbose=0)
print(model.evaluate(inputs(test), test["sales"], verbose=0))
