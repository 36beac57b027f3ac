import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator

X = np.random.rand(128, 32, 32, 1) * 0.4
M = np.zeros((128, 32, 32, 1))
for i in range(128):
    r, c = np.random.randint(0, 22, 2)
    X[i, r:r+10, c:c+10] += 0.6
    M[i, r:r+10, c:c+10] = 1

args = dict(horizontal_flip=True, vertical_flip=True)
image_gen = ImageDataGenerator(**args).flow(X, batch_size=16)  # diagnosis: generators_not_in_step
mask_gen = ImageDataGenerator(**args).flow(M, batch_size=16)  # diagnosis: generators_not_in_step

def both():
    while True:
        yield next(image_gen), next(mask_gen)

model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(8, 3, padding='same', activation='relu', input_shape=(32, 32, 1)),
    tf.keras.layers.Conv2D(8, 3, padding='same', activation='relu'),
    tf.keras.layers.Conv2D(1, 1, activation='sigmoid')])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(both(), steps_per_epoch=8, epochs=6)
