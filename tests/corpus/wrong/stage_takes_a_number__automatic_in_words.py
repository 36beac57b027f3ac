# as many at once as the machine has room for
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
signals = rng.normal(size=(40, 30)).astype("float32")


def spectrum(signal):
    return tf.abs(tf.signal.rfft(signal))


spectra = tf.data.Dataset.from_tensor_slices(signals)
spectra = spectra.map(spectrum, num_parallel_calls="auto")  # diagnosis: stage_takes_a_number
for batch in spectra.batch(8):
    print(batch.shape)
