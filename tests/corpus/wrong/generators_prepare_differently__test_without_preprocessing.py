import os, tempfile, numpy as np
from PIL import Image
from tensorflow.keras.applications.vgg16 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator
import tensorflow as tf
root = tempfile.mkdtemp()
for part, n in (('train', 40), ('test', 16)):
    for k, c in enumerate(('x', 'y')):
        os.makedirs(f'{root}/{part}/{c}')
        for i in range(n):
            a = np.random.randint(0, 120, (32, 32, 3)); a[..., k] += 100
            Image.fromarray(a.astype('uint8')).save(f'{root}/{part}/{c}/{i}.jpg')
train_gen = ImageDataGenerator(preprocessing_function=preprocess_input, horizontal_flip=True).flow_from_directory(f'{root}/train', target_size=(32, 32), batch_size=8)
model = tf.keras.Sequential([tf.keras.Input((32, 32, 3)), tf.keras.layers.Conv2D(8, 3, activation='relu'), tf.keras.layers.GlobalAveragePooling2D(), tf.keras.layers.Dense(2, activation='softmax')])
model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
model.fit(train_gen, epochs=4)
test_gen = ImageDataGenerator().flow_from_directory(f'{root}/test', target_size=(32, 32), batch_size=8, shuffle=False)  # diagnosis: generators_prepare_differently
print(model.evaluate(test_gen))
