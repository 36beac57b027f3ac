import os, tempfile
import numpy as np, tensorflow as tf
d = tempfile.mkdtemp()
y = np.random.randint(0, 2, 300); x = np.random.randint(0, 120, (300, 16, 16, 3)).astype('float32'); x[y == 1] += 90
m = tf.keras.Sequential([tf.keras.Input((16, 16, 3)), tf.keras.layers.Rescaling(1/127.5, offset=-1), tf.keras.layers.Conv2D(8, 3, activation='relu'), tf.keras.layers.GlobalAveragePooling2D(), tf.keras.layers.Dense(1)])
m.compile(tf.keras.optimizers.Adam(1e-2), tf.keras.losses.BinaryCrossentropy(from_logits=True), metrics=[tf.keras.metrics.BinaryAccuracy(threshold=0.0)])
m.fit(x, y, epochs=6)
m.save(d + '/m.keras'); m.save_weights(d + '/m.weights.h5'); m.export(d + '/sm')
a = tf.keras.models.load_model(d + '/m.keras').predict(x[:4], verbose=0)
served = tf.saved_model.load(d + '/sm')
b = served.serve(x[:4]).numpy()
t = tf.lite.TFLiteConverter.from_saved_model(d + '/sm').convert()
print(np.abs(a - b).max(), len(t), tf.sigmoid(a).numpy().ravel())
