import os, tempfile, numpy as np, tensorflow as tf
d = tempfile.mkdtemp()
for i in range(40): np.save(f'{d}/{i}.npy', np.random.rand(16, 16, 1).astype('float32'))
files = [f'{d}/{i}.npy' for i in range(40)]; labels = np.arange(40) % 2
def load(path): return np.load(path.numpy().decode())
def read(path, y):
    x = tf.py_function(load, [path], tf.float32)  # diagnosis: shape_lost_in_python_code
    return x, y
ds = tf.data.Dataset.from_tensor_slices((files, labels)).shuffle(40).map(read).batch(8)  # diagnosis: shape_lost_in_python_code
model = tf.keras.Sequential([tf.keras.layers.Conv2D(4, 3, activation='relu'), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(ds, epochs=1)
