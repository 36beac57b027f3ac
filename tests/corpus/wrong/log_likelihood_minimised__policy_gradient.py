"""My policy gradient gets less reward with every episode."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(0)
N_ARMS = 5
means = np.array([0.1, 0.2, 0.9, 0.3, 0.0])

policy = tf.keras.Sequential([
    tf.keras.Input((1,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(N_ARMS, activation="softmax"),
])
opt = tf.keras.optimizers.Adam(0.01)
state = np.ones((32, 1), "float32")
rewards_log = []
for ep in range(150):
    with tf.GradientTape() as tape:
        probs = policy(state)
        acts = tf.random.categorical(tf.math.log(probs), 1)[:, 0]
        r = rng.normal(means[acts.numpy()], 0.1).astype("float32")
        logp = tf.math.log(tf.gather(probs, acts, batch_dims=1) + 1e-8)
        loss = tf.reduce_mean(logp * r)  # diagnosis: log_likelihood_minimised
    grads = tape.gradient(loss, policy.trainable_variables)
    opt.apply_gradients(zip(grads, policy.trainable_variables))
    rewards_log.append(r.mean())
    if ep % 30 == 0:
        print(ep, "reward", np.mean(rewards_log[-30:]))
print(policy.predict(state[:1]))
