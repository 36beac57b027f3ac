import numpy as np, tensorflow as tf
from tensorflow.keras import layers
imgs = np.random.randint(0, 60, (256, 16, 16, 1)).astype('float32')
imgs[:, 4:12, 4:12] = 230
imgs = (imgs - 127.5) / 127.5
ds = tf.data.Dataset.from_tensor_slices(imgs).shuffle(256).batch(32, drop_remainder=True)
G = tf.keras.Sequential([layers.Input((16,)), layers.Dense(4*4*16, use_bias=False), layers.BatchNormalization(), layers.LeakyReLU(), layers.Reshape((4, 4, 16)),
    layers.Conv2DTranspose(8, 4, strides=2, padding='same'), layers.LeakyReLU(),
    layers.Conv2DTranspose(1, 4, strides=2, padding='same', activation='tanh')])
D = tf.keras.Sequential([layers.Input((16, 16, 1)), layers.Conv2D(8, 4, strides=2, padding='same'), layers.LeakyReLU(), layers.Dropout(0.3), layers.Flatten(), layers.Dense(1)])
ce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
go, do = tf.keras.optimizers.Adam(2e-4), tf.keras.optimizers.Adam(2e-4)

@tf.function
def step(x):
    z = tf.random.normal((32, 16))
    with tf.GradientTape() as gt, tf.GradientTape() as dt:
        f = G(z, training=True)
        r_, f_ = D(x, training=True), D(f, training=True)
        gl = ce(tf.ones_like(f_), f_)
        dl = ce(tf.ones_like(r_), r_) + ce(tf.zeros_like(f_), f_)
    go.apply_gradients(zip(gt.gradient(gl, G.trainable_variables), G.trainable_variables))
    do.apply_gradients(zip(dt.gradient(dl, D.trainable_variables), D.trainable_variables))
    return gl, dl
for e in range(4):
    for b in ds:
        gl, dl = step(b)
    print(e, gl.numpy(), dl.numpy())
sample = G(tf.random.normal((4, 16)), training=False)
print(sample.shape)
