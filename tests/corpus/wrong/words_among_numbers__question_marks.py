"""Horsepower is a column of text, since a few cars have a question mark."""
import io
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

csv = "horsepower,weight,mpg\n" + "".join(
    f"{'?' if i % 25 == 7 else 60 + i % 90},{1800 + 13 * i % 2000},{38 - i % 20}\n" for i in range(200)
)
df = pd.read_csv(io.StringIO(csv))
target = df.pop("mpg")
scaler = StandardScaler()
features = scaler.fit_transform(df)  # diagnosis: words_among_numbers

model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(features, target, epochs=5, validation_split=0.2)
