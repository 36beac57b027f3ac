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

X = StandardScaler().fit_transform(house)

inp = Input(shape=(10,))
x = layers.Dense(64, activation='relu')(inp)
x = layers.Dense(32, activation='relu')(x)
out_price = layers.Dense(1, name='price')(x)
out_sold = layers.Dense(1, activation='sigmoid', name='sold')(x)

model = Model(inp, [out_price, out_sold])
model.compile(optimizer='adam',
              loss={'price': 'mse', 'sold': 'binary_crossentropy'},
              metrics={'price': ['mae'], 'sold': ['accuracy']})
model.fit(X, {'price': price, 'sold': sold}, epochs=12, batch_size=32,  # diagnosis: targets_not_scaled
          validation_split=0.2, verbose=2)
