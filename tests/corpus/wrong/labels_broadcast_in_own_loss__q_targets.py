"""Q values of all actions become the same number."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
q = tf.keras.Sequential([tf.keras.Input((5,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(3)])
target = tf.keras.models.clone_model(q)
opt = tf.keras.optimizers.Adam(1e-3)
S = rng.normal(size=(2000, 5)).astype("float32")
A = rng.integers(0, 3, 2000)
R = (S[:, 0] * (A - 1)).astype("float32")
S2 = (S + rng.normal(0, .1, S.shape)).astype("float32")
for step in range(200):
    b = rng.integers(0, 2000, 32)
    best = tf.reduce_max(target(S2[b]), axis=1)
    y = R[b] + 0.9 * best
    with tf.GradientTape() as tape:
        values = q(S[b])
        qa = tf.gather(values, A[b], axis=1, batch_dims=1)
        loss = tf.reduce_mean(tf.square(y[:, None] - qa))  # diagnosis: labels_broadcast_in_own_loss
    grads = tape.gradient(loss, q.trainable_variables)
    opt.apply_gradients(zip(grads, q.trainable_variables))
    if step % 50 == 0:
        target.set_weights(q.get_weights())
        print(step, loss.numpy())
