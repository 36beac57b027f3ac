import os, tempfile
import numpy as np
from PIL import Image
import tensorflow as tf
d = tempfile.mkdtemp(); os.makedirs(d + '/i'); os.makedirs(d + '/m')
for i in range(80):
    im = np.random.randint(0, 60, (40, 40, 3)); mk = np.zeros((40, 40))
    for c in (1, 2):
        r, q = np.random.randint(0, 26, 2); im[r:r+12, q:q+12, c] += 150; mk[r:r+12, q:q+12] = c
    Image.fromarray(im.astype('uint8')).save(f'{d}/i/{i:03d}.png'); Image.fromarray(mk.astype('uint8')).save(f'{d}/m/{i:03d}.png')
I = sorted(tf.io.gfile.glob(d + '/i/*.png')); M = sorted(tf.io.gfile.glob(d + '/m/*.png'))
def load(a, b):
    x = tf.image.resize(tf.io.decode_png(tf.io.read_file(a), 3), (32, 32)) / 255.
    y = tf.image.resize(tf.io.decode_png(tf.io.read_file(b), 1), (32, 32), method='nearest')
    return x, y
ds = tf.data.Dataset.from_tensor_slices((I, M)).shuffle(80).map(load, num_parallel_calls=tf.data.AUTOTUNE).batch(8).prefetch(1)
net = tf.keras.Sequential([tf.keras.Input((32, 32, 3)), tf.keras.layers.Conv2D(16, 3, padding='same', activation='relu'), tf.keras.layers.Conv2D(16, 3, padding='same', activation='relu'), tf.keras.layers.Conv2D(3, 1)])
net.compile('adam', tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
net.fit(ds, epochs=5)
