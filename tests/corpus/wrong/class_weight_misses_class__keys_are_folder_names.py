import os, tempfile
import numpy as np
from PIL import Image
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator

root = tempfile.mkdtemp()
for name, n, v in (('NORMAL', 20, 60), ('PNEUMONIA', 70, 150)):
    os.makedirs(os.path.join(root, name))
    for i in range(n):
        Image.fromarray(np.random.randint(v - 40, v + 40, (28, 28)).astype('uint8')).save(os.path.join(root, name, f'{i}.png'))

gen = ImageDataGenerator(rescale=1/255.).flow_from_directory(root, target_size=(28, 28), color_mode='grayscale', class_mode='binary', batch_size=10)
weights = {'NORMAL': 2.25, 'PNEUMONIA': 0.64}  # diagnosis: class_weight_misses_class
model = tf.keras.Sequential([tf.keras.Input((28, 28, 1)), tf.keras.layers.Conv2D(4, 3, activation='relu'), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(gen, epochs=2, class_weight=weights)  # diagnosis: class_weight_misses_class
