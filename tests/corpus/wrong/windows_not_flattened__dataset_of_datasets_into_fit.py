"""fit on my windows dataset fails with a strange message about Dataset / 'must be tensors'."""
import tensorflow as tf

numbers = tf.range(120, dtype=tf.float32) / 120
ds = tf.data.Dataset.from_tensor_slices((numbers[:-1], numbers[1:]))
ds = ds.window(8, shift=4, drop_remainder=True)  # diagnosis: windows_not_flattened
ds = ds.batch(5).prefetch(1)  # diagnosis: windows_not_flattened
print(ds.element_spec)

model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(8),
])
model.compile("adam", "mse")
model.fit(ds, epochs=2)  # diagnosis: windows_not_flattened
