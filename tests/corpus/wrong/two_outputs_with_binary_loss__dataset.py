"""Binary classification with two neurons raises 'must have the same rank (ndim)'. What is rank?"""
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
text_lengths = tf.random.uniform((256, 3))
spam = tf.cast(text_lengths[:, 0] + text_lengths[:, 1] > 1.0, tf.int32)

ds = tf.data.Dataset.from_tensor_slices((text_lengths, spam))
train = ds.take(200).shuffle(200).batch(16).prefetch(tf.data.AUTOTUNE)
valid = ds.skip(200).batch(16).prefetch(tf.data.AUTOTUNE)

inp = layers.Input(shape=(3,))
h = layers.Dense(8, activation="tanh")(inp)
out = layers.Dense(2, activation="softmax")(h)  # diagnosis: two_outputs_with_binary_loss
model = tf.keras.Model(inputs=inp, outputs=out)
model.compile("adam", loss="binary_crossentropy", metrics=["accuracy"])  # diagnosis: two_outputs_with_binary_loss
model.fit(train, validation_data=valid, epochs=2, verbose=2)
