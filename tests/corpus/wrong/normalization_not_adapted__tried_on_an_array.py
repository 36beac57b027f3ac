# Normalization does not normalize: mean and variance are the same before and after
import numpy as np
import tensorflow as tf

heights = np.array([[1.62, 58.0], [1.80, 81.0], [1.74, 77.0], [1.91, 92.0]])
print("before", heights.mean(axis=0), heights.var(axis=0))

norm = tf.keras.layers.Normalization(axis=-1)  # diagnosis: normalization_not_adapted
after = norm(heights).numpy()
print("after", after.mean(axis=0), after.var(axis=0))
