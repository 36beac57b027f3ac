import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
df = pd.DataFrame(rng.normal(size=(800, 5)), columns=["V1", "V2", "V3", "V4", "V5"])
df["fraud"] = ((df.V1 + df.V2 * df.V3 + rng.normal(0, 0.8, 800)) > 0.5).astype(int)
df["amount"] = rng.gamma(2, 40, 800)

train, test = train_test_split(df, test_size=0.2, random_state=12)
y_train, y_test = train["fraud"], test["fraud"]
scaler = StandardScaler()
X_train = scaler.fit_transform(train)  # diagnosis: label_among_inputs
X_test = scaler.transform(test)

model = keras.Sequential([
    keras.Input((X_train.shape[1],)),
    keras.layers.Dense(24, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=12, batch_size=16, validation_data=(X_test, y_test), verbose=0)
print("test accuracy", model.evaluate(X_test, y_test, verbose=0)[1])
