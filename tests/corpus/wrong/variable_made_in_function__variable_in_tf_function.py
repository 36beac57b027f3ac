"""ValueError: tf.function only supports singleton tf.Variables created on the first call."""
import tensorflow as tf

optimizer_steps = 0


@tf.function
def scaled_sum(values):
    scale = tf.Variable(2.0)  # diagnosis: variable_made_in_function
    return tf.reduce_sum(values) * scale


for batch in tf.data.Dataset.range(12, output_type=tf.float32).batch(4):
    optimizer_steps += 1
    print(optimizer_steps, scaled_sum(batch).numpy())
