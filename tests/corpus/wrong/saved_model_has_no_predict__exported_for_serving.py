import tempfile, os
import numpy as np, tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((8, 8, 1)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(np.random.rand(60, 8, 8, 1), np.random.randint(0, 3, 60), epochs=1)
out_dir = os.path.join(tempfile.mkdtemp(), 'serving', '1')
model.export(out_dir)

loaded = tf.saved_model.load(out_dir)
x = np.random.rand(5, 8, 8, 1).astype('float32')
print(loaded.predict(x))  # diagnosis: saved_model_has_no_predict
