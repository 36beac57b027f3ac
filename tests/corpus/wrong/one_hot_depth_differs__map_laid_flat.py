"""A head of convolutions: target (None, 2), output (None, 50)."""
import numpy as np
from tensorflow.keras import models
from tensorflow.keras.callbacks import ModelCheckpoint
from tensorflow.keras.layers import Activation, Conv2D, Flatten, MaxPooling2D
from tensorflow.keras.optimizers import SGD
from tensorflow.keras.utils import to_categorical

hands = np.random.rand(90, 128, 128, 3)
side = np.random.randint(0, 2, 90)
hands[side == 1, :, 64:] *= 0.4
training_images, validation_images = hands[:70], hands[70:]
training_labels, validation_labels = to_categorical(side[:70]), to_categorical(side[70:])

model = models.Sequential()
model.add(Conv2D(24, kernel_size=8, strides=2, input_shape=(128, 128, 3)))
model.add(MaxPooling2D(pool_size=(3, 3), strides=2))
model.add(Conv2D(48, kernel_size=6, strides=2))
model.add(MaxPooling2D(pool_size=(3, 3), strides=2))
model.add(Conv2D(96, kernel_size=2, strides=1))
model.add(Activation('relu'))
model.add(Conv2D(2, kernel_size=1, strides=1))
model.add(Activation('softmax'))
model.add(Flatten())  # diagnosis: one_hot_depth_differs

opt = SGD(learning_rate=0.001)
model.compile(loss='categorical_crossentropy', optimizer=opt, metrics=['accuracy'])
checkpoint_callback = ModelCheckpoint(filepath='model_dr_hand.keras', monitor='val_accuracy',
                                      save_best_only=True, mode='auto')
model.fit(training_images, training_labels, epochs=1, batch_size=16, verbose=1,
          validation_data=(validation_images, validation_labels), callbacks=[checkpoint_callback])
