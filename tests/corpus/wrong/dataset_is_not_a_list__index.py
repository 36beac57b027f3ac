"""TypeError: '_BatchDataset' object is not subscriptable when I look at the first batch."""
import numpy as np
import tensorflow as tf

values = np.arange(40, dtype="float32").reshape(20, 2)
ds = tf.data.Dataset.from_tensor_slices((values, values.sum(axis=1))).shuffle(20).batch(5)
first = ds[0]  # diagnosis: dataset_is_not_a_list
print(first)
