"""tuple index out of range when I predict one picture."""
import os
import numpy as np
from tensorflow.keras.layers import Activation, Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import save_img

for kind, shade in (('cats', 60), ('dogs', 160)):
    os.makedirs('data/train/' + kind, exist_ok=True)
    for i in range(30):
        save_img('data/train/%s/%d.jpg' % (kind, i),
                 np.random.randint(shade - 50, shade + 50, (64, 64, 3)), scale=False)
save_img('data/testvalidate.jpg', np.random.randint(110, 210, (64, 64, 3)), scale=False)

model = Sequential()
model.add(Conv2D(16, (3, 3), input_shape=(64, 64, 3)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense(32))
model.add(Activation('relu'))
model.add(Dropout(0.5))
model.add(Dense(1))
model.add(Activation('sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])

train_datagen = ImageDataGenerator(rescale=1. / 255, horizontal_flip=True)
train_generator = train_datagen.flow_from_directory('data/train', target_size=(64, 64),
                                                    batch_size=10, class_mode='binary')
model.fit(train_generator, epochs=4)
model.save_weights('first_try.weights.h5')

im = np.array('data/testvalidate.jpg')  # diagnosis: path_given_for_pictures
prediction = model.predict(im)
print(prediction)
