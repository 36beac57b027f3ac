import os
import shutil
import tempfile
import numpy as np
import matplotlib
import matplotlib.pyplot as plt
from PIL import Image
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator

root = tempfile.mkdtemp()
np.random.seed(0)
for part, count in [('train', 80), ('val', 30)]:
    for k, label in enumerate(['a', 'b', 'c']):
        folder = os.path.join(root, part, label)
        os.makedirs(folder)
        for j in range(count):
            px = np.random.randint(20, 140, (32, 32, 3))
            px[k * 10:k * 10 + 10] += 90
            Image.fromarray(px.astype(np.uint8)).save(os.path.join(folder, str(j) + '.png'))

train_datagen = ImageDataGenerator(rescale=1./255, horizontal_flip=True)
val_datagen = ImageDataGenerator()  # diagnosis: generators_prepare_differently

train_it = train_datagen.flow_from_directory(os.path.join(root, 'train'), target_size=(32, 32), batch_size=32, class_mode='categorical')
val_it = val_datagen.flow_from_directory(os.path.join(root, 'val'), target_size=(32, 32), batch_size=32, class_mode='categorical')

cnn = tf.keras.models.Sequential()
cnn.add(tf.keras.layers.Input((32, 32, 3)))
cnn.add(tf.keras.layers.Conv2D(16, 3, activation='relu'))
cnn.add(tf.keras.layers.MaxPool2D(2))
cnn.add(tf.keras.layers.Conv2D(16, 3, activation='relu'))
cnn.add(tf.keras.layers.Flatten())
cnn.add(tf.keras.layers.Dense(32, activation='relu'))
cnn.add(tf.keras.layers.Dense(3, activation='softmax'))
cnn.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
r = cnn.fit(train_it, validation_data=val_it, epochs=5)
plt.plot(r.history['val_loss'])
plt.plot(r.history['loss'])
plt.show()
shutil.rmtree(root)
