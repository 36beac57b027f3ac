"""Found 64 images belonging to 3 classes, and I have two."""
import os
import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator

os.makedirs('xray/train/.ipynb_checkpoints', exist_ok=True)
for kind in ('NORMAL', 'PNEUMONIA'):
    os.makedirs('xray/train/' + kind, exist_ok=True)
    for i in range(32):
        img = np.random.randint(0, 120, (50, 50, 1))
        if kind == 'PNEUMONIA':
            img[15:40, 15:40] += 100
        tf.keras.utils.save_img('xray/train/%s/%d.jpeg' % (kind, i), img, scale=False)

datagen = ImageDataGenerator(rescale=1/255)
train_set = datagen.flow_from_directory('xray/train', target_size=(50, 50), color_mode='grayscale',  # diagnosis: folders_are_not_classes
                                        class_mode='categorical', batch_size=8)

cnn = tf.keras.models.Sequential()
cnn.add(tf.keras.layers.Conv2D(filters=16, kernel_size=3, activation='relu', input_shape=[50, 50, 1]))
cnn.add(tf.keras.layers.MaxPool2D(pool_size=2, strides=2))
cnn.add(tf.keras.layers.Flatten())
cnn.add(tf.keras.layers.Dense(units=64, activation='relu'))
cnn.add(tf.keras.layers.Dense(units=2, activation='softmax'))
cnn.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
cnn.fit(x=train_set, epochs=3)
