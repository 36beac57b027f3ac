import tensorflow as tf

model = tf.keras.Sequential(  # diagnosis: layers_not_in_a_list
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
)
