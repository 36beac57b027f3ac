"""None values not supported, says the loss."""
import os
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, GlobalAveragePooling2D, Input
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import save_img

for k in range(4):
    os.makedirs('data/person_%d' % k, exist_ok=True)
    for i in range(12):
        save_img('data/person_%d/%d.jpg' % (k, i), np.random.randint(0, 60, (48, 48, 3)) + 45 * k, scale=False)

inp = Input((48, 48, 3))
x = Conv2D(16, 3, activation='relu')(inp)
x = Conv2D(32, 3, activation='relu')(x)
x = GlobalAveragePooling2D()(x)
x = Dense(64, activation='relu')(x)
predictions = Dense(4, activation='softmax')(x)
model = Model(inputs=inp, outputs=predictions)
model.compile(optimizer='rmsprop', loss='categorical_crossentropy')

train_datagen = ImageDataGenerator(rescale=1./255)
train_generator = train_datagen.flow_from_directory('%s/data' % os.getcwd(), target_size=(48, 48),
                                                    class_mode=None, seed=1)  # diagnosis: labels_missing
model.fit(train_generator, epochs=1)
