# ages of visitors, one of which is not known
import tensorflow as tf

ages = [22.0, 38.0, None, 35.0, 54.0]
ages = tf.constant(ages)  # diagnosis: rows_make_no_array
print(tf.reduce_mean(ages))
