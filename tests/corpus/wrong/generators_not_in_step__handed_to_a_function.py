"""Road masks: augmented pictures and masks are joined in a function, and the masks come out as fog"""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

rng = np.random.RandomState(3)
roads = rng.rand(96, 32, 32, 1) * 0.5
lanes = np.zeros((96, 32, 32, 1))
for i in range(96):
    k = rng.randint(0, 24)
    roads[i, :, k:k + 8] += 0.5
    lanes[i, :, k:k + 8] = 1

settings = dict(horizontal_flip=True, width_shift_range=0.2, fill_mode='reflect')
pictures = ImageDataGenerator(**settings).flow(roads[:80], batch_size=16)  # diagnosis: generators_not_in_step
masks = ImageDataGenerator(**settings).flow(lanes[:80], batch_size=16)  # diagnosis: generators_not_in_step


def joined(first, second):
    while True:
        picture, mask = next(first), next(second)
        yield picture, mask


model = keras.Sequential([
    keras.Input((32, 32, 1)),
    layers.Conv2D(8, 5, padding='same', activation='relu'),
    layers.Conv2D(8, 5, padding='same', activation='relu'),
    layers.Conv2D(1, 1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(joined(pictures, masks), steps_per_epoch=5, epochs=8, validation_data=(roads[80:], lanes[80:]), verbose=2)
