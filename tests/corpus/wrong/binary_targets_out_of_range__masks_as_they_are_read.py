import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

def fake_data(n, size=32):
    X = np.random.randint(0, 90, size=(n, size, size, 3)).astype(np.uint8)
    Y = np.zeros((n, size, size, 1), dtype=np.uint8)
    for i in range(n):
        a, b = np.random.randint(2, size - 12, 2)
        X[i, a:a + 10, b:b + 10] += 120
        Y[i, a:a + 10, b:b + 10] = 255  # diagnosis: binary_targets_out_of_range
    return X, Y

X, Y = fake_data(200)
X = X / 255.0

def unet():
    inp = tf.keras.Input((32, 32, 3))
    c1 = layers.Conv2D(8, 3, padding='same', activation='relu')(inp)
    p1 = layers.MaxPool2D()(c1)
    c2 = layers.Conv2D(16, 3, padding='same', activation='relu')(p1)
    u1 = layers.UpSampling2D()(c2)
    m1 = layers.concatenate([u1, c1])
    c3 = layers.Conv2D(8, 3, padding='same', activation='relu')(m1)
    out = layers.Conv2D(1, 1, activation='sigmoid')(c3)
    return tf.keras.Model(inp, out)

model = unet()
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
h = model.fit(X, Y, validation_split=0.1, epochs=4, batch_size=16)  # diagnosis: binary_targets_out_of_range
print(h.history['loss'])
print('max of predicted mask', model.predict(X[:4]).max())
