import numpy as np
import tensorflow as tf
# pixels 0..255 go in, batch norm takes care of them
y = np.random.randint(0, 3, 300); x = np.random.randint(0, 120, (300, 20, 20, 3)).astype('float32')
for i in range(300): x[i, :, :, y[i]] += 100
model = tf.keras.Sequential()
model.add(tf.keras.layers.BatchNormalization(input_shape=(20, 20, 3), momentum=0.9))
model.add(tf.keras.layers.Conv2D(8, 3, activation='relu'))
model.add(tf.keras.layers.GlobalAveragePooling2D())
model.add(tf.keras.layers.Dense(3, activation='softmax'))
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=6, batch_size=30, validation_split=0.2)
print(model.evaluate(x, y))
