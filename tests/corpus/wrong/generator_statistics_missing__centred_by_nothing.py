import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Conv2D, Flatten, MaxPooling2D, Input
from tensorflow.keras.utils import to_categorical

np.random.seed(1)
labels = np.random.randint(0, 3, 400)
x = np.random.uniform(0, 100, (400, 24, 24, 3))
for i in range(400):
    x[i, labels[i] * 8:labels[i] * 8 + 8] += 100
y = to_categorical(labels)

datagen = ImageDataGenerator(  # diagnosis: generator_statistics_missing
    featurewise_center=True,
    featurewise_std_normalization=True,
    horizontal_flip=True)
valgen = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True)

model = Sequential([Input((24, 24, 3)), Conv2D(8, 3, activation="relu"), MaxPooling2D(), Flatten(), Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(datagen.flow(x[:320], y[:320], batch_size=32),
          validation_data=valgen.flow(x[320:], y[320:], batch_size=32), epochs=4)
