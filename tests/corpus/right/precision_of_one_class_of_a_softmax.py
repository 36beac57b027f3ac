import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

rng = np.random.RandomState(3)
labels = (rng.rand(500) < 0.15).astype(int)
x = rng.rand(500, 28, 28, 1).astype('float32') * 0.6
x[labels == 1, 8:20, 8:20] += 0.6
y = keras.utils.to_categorical(labels, 2)

def ann_cat_soft():
    model = Sequential()
    model.add(Conv2D(8, 3, activation='relu', input_shape=(28, 28, 1)))
    model.add(MaxPooling2D())
    model.add(Flatten())
    model.add(Dense(32, activation='relu'))
    model.add(Dense(2, activation='softmax'))
    model.compile(loss='categorical_crossentropy', optimizer='rmsprop',
                  metrics=['acc', keras.metrics.Precision(class_id=1, name='precision'),
                           keras.metrics.Recall(class_id=1, name='recall')])
    model.fit(x, y, epochs=4, batch_size=64, validation_split=0.2, verbose=2)
    return model

ann_cat_soft()
