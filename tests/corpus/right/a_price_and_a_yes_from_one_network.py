import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Model, Input
from sklearn.preprocessing import StandardScaler

np.random.seed(11)
tf.random.set_seed(11)
n = 2000
house = np.random.normal(size=(n, 10))
price = 250000 + 60000 * house[:, 0] + 30000 * house[:, 1] + np.random.normal(0, 5000, n)
sold = ((house[:, 2] - house[:, 4]) > 0).astype('float32')
train, val = slice(0, 1600), slice(1600, n)

scale_x = StandardScaler().fit(house[train])
scale_y = StandardScaler().fit(price[train, None])
X = scale_x.transform(house)
price = scale_y.transform(price[:, None])

inp = Input(shape=(10,))
x = layers.Dense(64, activation='relu')(inp)
x = layers.Dense(32, activation='relu')(x)
out_price = layers.Dense(1, name='price')(x)
out_sold = layers.Dense(1, activation='sigmoid', name='sold')(x)

model = Model(inp, [out_price, out_sold])
model.compile(optimizer='adam',
              loss=['mse', 'binary_crossentropy'],
              metrics=[['mae'], ['accuracy']])
model.fit(X[train], [price[train], sold[train]], epochs=12, batch_size=32,
          validation_data=(X[val], [price[val], sold[val]]), verbose=2)
