import os
import numpy as np
from tensorflow.keras.layers import Conv2D, Input, MaxPooling2D, UpSampling2D
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import save_img

os.makedirs("dataset/train_images/img", exist_ok=True)
os.makedirs("dataset/train_masks/img", exist_ok=True)
for i in range(40):
    image = np.random.randint(0, 90, (64, 64, 3))
    mask = np.zeros((64, 64, 1))
    a, b = np.random.randint(5, 40, 2)
    image[a:a + 18, b:b + 18] += 140
    mask[a:a + 18, b:b + 18] = 255
    save_img("dataset/train_images/img/%03d.png" % i, image, scale=False)
    save_img("dataset/train_masks/img/%03d.png" % i, mask, scale=False)

def get_generator():
    data_gen_args = dict(rescale=1. / 255,
                         rotation_range=20.,
                         width_shift_range=0.1,
                         height_shift_range=0.1,
                         zoom_range=0.2)
    image_datagen = ImageDataGenerator(**data_gen_args)
    mask_datagen = ImageDataGenerator(**data_gen_args)
    seed = 1
    image_generator = image_datagen.flow_from_directory('dataset/train_images', class_mode=None,
                                                        target_size=(64, 64), batch_size=8, seed=seed)
    mask_generator = mask_datagen.flow_from_directory('dataset/train_masks', class_mode=None, color_mode='grayscale',
                                                      target_size=(64, 64), batch_size=8, seed=seed)
    for (img, msk) in zip(image_generator, mask_generator):
        yield img, msk

inputs = Input((64, 64, 3))
x = Conv2D(8, (3, 3), activation='relu', padding='same')(inputs)
x = MaxPooling2D((2, 2))(x)
x = Conv2D(16, (3, 3), activation='relu', padding='same')(x)
x = UpSampling2D((2, 2))(x)
outputs = Conv2D(1, (1, 1), activation='sigmoid')(x)
model = Model(inputs, outputs)
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(get_generator(), steps_per_epoch=3, epochs=1)
