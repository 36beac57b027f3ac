"""The error on the test table is many times the error in training."""
import numpy as np
import tensorflow as tf

cities = ["Lyon", "Oslo", "Kyiv", "Lima", "Cairo", "Quito", "Accra", "Hanoi"]
rng = np.random.RandomState(17)
effect = dict(zip(cities, rng.permutation(8) * 3.0))

def table(n, names):
    city = rng.choice(names, n)
    km = rng.rand(n) * 10
    fare = np.array([effect[c] for c in city]) + 2 * km
    return city, km, fare

train_city, train_km, train_fare = table(2000, cities)
test_city, test_km, test_fare = table(300, cities[2:])

train_codes = {c: i for i, c in enumerate(sorted(set(train_city)))}
test_codes = {c: i for i, c in enumerate(sorted(set(test_city)))}  # diagnosis: categories_numbered_anew
x_train_city = np.array([train_codes[c] for c in train_city])
x_test_city = np.array([test_codes[c] for c in test_city])

city_in = tf.keras.Input((1,))
km_in = tf.keras.Input((1,))
e = tf.keras.layers.Flatten()(tf.keras.layers.Embedding(8, 4)(city_in))
x = tf.keras.layers.Concatenate()([e, km_in])
x = tf.keras.layers.Dense(32, activation='relu')(x)
out = tf.keras.layers.Dense(1)(x)
model = tf.keras.Model([city_in, km_in], out)
model.compile('adam', 'mae')
model.fit([x_train_city, train_km], train_fare, epochs=15, verbose=2)
print(model.evaluate([x_test_city, test_km], test_fare, verbose=0))
