"""Policy gradients for a bandit with five arms."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(0)
means = np.array([0.1, 0.2, 0.9, 0.3, 0.0])
policy = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(5)])
opt = tf.keras.optimizers.Adam(0.02)
state = np.ones((32, 1), "float32")
baseline = 0.0
for ep in range(120):
    with tf.GradientTape() as tape:
        logits = policy(state)
        acts = tf.random.categorical(logits, 1)[:, 0]
        r = rng.normal(means[acts.numpy()], 0.1).astype("float32")
        adv = r - baseline
        ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=acts, logits=logits)
        loss = tf.reduce_mean(ce * adv)
    opt.apply_gradients(zip(tape.gradient(loss, policy.trainable_variables), policy.trainable_variables))
    baseline = 0.9 * baseline + 0.1 * r.mean()
    if ep % 30 == 0:
        print(ep, r.mean())
print(tf.nn.softmax(policy(state[:1])).numpy())
