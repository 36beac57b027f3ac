import numpy as np
from tensorflow.keras.layers import Conv2D, Input, MaxPooling2D, UpSampling2D
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.image import ImageDataGenerator

imgs_train = np.random.rand(60, 64, 64, 1)
mask_train = np.zeros((60, 64, 64, 1))
for k in range(60):
    a, b = np.random.randint(0, 40, 2)
    imgs_train[k, a:a + 20, b:b + 20] += 1.0
    mask_train[k, a:a + 20, b:b + 20] = 1.0

inp = Input((64, 64, 1))
c = Conv2D(8, 3, activation='relu', padding='same')(inp)
c = MaxPooling2D()(c)
c = Conv2D(16, 3, activation='relu', padding='same')(c)
c = UpSampling2D()(c)
out = Conv2D(1, 1, activation='sigmoid')(c)
model = Model(inp, out)
model.compile(optimizer='adam', loss='binary_crossentropy')

data_gen_args = dict(rotation_range=90., width_shift_range=0.1, height_shift_range=0.1, zoom_range=0.2)
image_datagen = ImageDataGenerator(**data_gen_args)
mask_datagen = ImageDataGenerator(**data_gen_args)
seed = 42
image_generator = image_datagen.flow(imgs_train, seed=seed, batch_size=10)
mask_generator = mask_datagen.flow(mask_train, seed=seed, batch_size=10)


def pairs():
    yield from zip(image_generator, mask_generator)



h = model.fit(pairs(), steps_per_epoch=6, epochs=1, verbose=1)
