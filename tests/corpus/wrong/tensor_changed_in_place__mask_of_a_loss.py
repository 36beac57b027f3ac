import numpy as np
import tensorflow as tf

boxes = tf.constant(np.random.default_rng(0).random((8, 4)), tf.float32)
scores = tf.reduce_max(boxes, axis=1)

for i in range(len(scores)):
    if scores[i] < 0.9:
        scores[i] = 0.0  # diagnosis: tensor_changed_in_place
print(scores)
