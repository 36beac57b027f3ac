"""Labels from 1 to 9: IndexError: index 9 is out of bounds for axis 1 with size 9."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(3)
x_train = rng.normal(size=(708, 9))
y_train = rng.integers(1, 10, 708).astype('float64')
x_test = rng.normal(size=(200, 9))
y_test = rng.integers(1, 10, 200).astype('float64')
print(np.unique(y_train))

y_train = tf.keras.utils.to_categorical(y_train, num_classes=9)  # diagnosis: labels_out_of_range
y_test = tf.keras.utils.to_categorical(y_test, num_classes=9)

model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(32, activation='relu', input_dim=9))
model.add(tf.keras.layers.Dense(9, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=5, validation_data=(x_test, y_test))
