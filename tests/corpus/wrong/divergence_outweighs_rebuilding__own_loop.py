import numpy as np, tensorflow as tf
tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(0)
kinds = (rng.random((10, 12, 12, 1)) < 0.3).astype('float32')
X = kinds[rng.integers(0, 10, 1000)]
enc = tf.keras.Sequential([tf.keras.layers.Input((12, 12, 1)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(48, activation="relu"), tf.keras.layers.Dense(4)])
dec = tf.keras.Sequential([tf.keras.layers.Input((2,)), tf.keras.layers.Dense(48, activation="relu"), tf.keras.layers.Dense(144), tf.keras.layers.Reshape((12, 12, 1))])
opt = tf.keras.optimizers.Adam(2e-3)

def compute_loss(x):
    mean, logvar = tf.split(enc(x), 2, axis=1)
    z = mean + tf.exp(logvar * .5) * tf.random.normal(tf.shape(mean))
    logit = dec(z)
    rec = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logit))  # diagnosis: divergence_outweighs_rebuilding
    kl = -0.5 * tf.reduce_sum(1 + logvar - tf.square(mean) - tf.exp(logvar), axis=1)
    return rec + tf.reduce_mean(kl)

@tf.function
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    v = enc.trainable_variables + dec.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, v), v))
    return loss

ds = tf.data.Dataset.from_tensor_slices(X).shuffle(1000).batch(50)
for epoch in range(15):
    for xb in ds:
        loss = train_step(xb)
    print(epoch, float(loss))
print(tf.sigmoid(dec(enc(X)[:, :2])).numpy().std(0).mean(), X.std(0).mean())
