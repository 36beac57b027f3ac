import tempfile, os
import numpy as np
import tensorflow as tf

X = np.random.rand(200, 10, 10, 1); y = np.random.randint(0, 2, 200)
m = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(1, activation='sigmoid')])
m.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
path = os.path.join(tempfile.mkdtemp(), 'weights-{epoch:02d}-{val_acc:.2f}.keras')  # diagnosis: unknown_log_name
cb = tf.keras.callbacks.ModelCheckpoint(path, monitor='val_accuracy', save_best_only=False)
m.fit(X, y, validation_split=0.2, epochs=3, callbacks=[cb])
