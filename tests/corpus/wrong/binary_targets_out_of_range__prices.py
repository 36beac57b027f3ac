"""A tutorial on leaving customers turned into one on prices: the loss falls below zero, accuracy stays at 0."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
n = 2000
features = np.column_stack([
    rng.integers(1, 6, n),
    rng.integers(1, 4, n),
    rng.uniform(40, 250, n),
    rng.uniform(0, 60, n),
])
price = 900 * features[:, 2] + 12000 * features[:, 0] - 500 * features[:, 3] + rng.normal(0, 5000, n)
features = (features - features[:1600].mean(axis=0)) / features[:1600].std(axis=0)

X_train, X_test = features[:1600], features[1600:]
y_train, y_test = price[:1600], price[1600:]

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Dense(units=6, activation='relu', input_dim=4))
model.add(tf.keras.layers.Dense(units=6, activation='relu'))
model.add(tf.keras.layers.Dense(units=1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])  # diagnosis: accuracy_for_regression
model.fit(X_train, y_train, batch_size=32, epochs=10)  # diagnosis: binary_targets_out_of_range

print(model.predict(X_test)[:5], y_test[:5])
