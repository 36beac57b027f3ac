import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import *

def noisy(img):
    return np.clip(img + np.random.normal(0, 8, img.shape), 0, 255)

np.random.seed(0)
lab = np.random.randint(0, 3, 300)
x = np.random.randint(0, 110, (300, 24, 24, 3)).astype("float32")
for i, k in enumerate(lab):
    x[i, k * 8:k * 8 + 8] += 110
y = tf.keras.utils.to_categorical(lab, 3)
train_gen = ImageDataGenerator(preprocessing_function=noisy, rescale=1. / 255, horizontal_flip=True)
test_gen = ImageDataGenerator(rescale=1. / 255)
model = Sequential([Input((24, 24, 3)), Conv2D(8, 3, activation="relu"), BatchNormalization(momentum=.9), MaxPooling2D(), Dropout(.2), Flatten(), Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["acc"])
h = model.fit(train_gen.flow(x[:240], y[:240], batch_size=24), steps_per_epoch=10, epochs=6, validation_data=test_gen.flow(x[240:], y[240:], batch_size=24, shuffle=False))
probs = model.predict(x[240:] / 255.)
print((probs.argmax(1) == lab[240:]).mean())
