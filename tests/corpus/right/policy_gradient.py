"""REINFORCE with returns that are standardised per episode."""
import numpy as np
import tensorflow as tf
rng = np.random.default_rng(0)
policy = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(24, activation="relu"), tf.keras.layers.Dense(2)])
opt = tf.keras.optimizers.Adam(0.01)
for episode in range(25):
    states, actions, rewards = [], [], []
    s = rng.normal(size=4).astype("float32")
    for t in range(20):
        probs = tf.nn.softmax(policy(s[None])).numpy()[0]
        a = rng.choice(2, p=probs / probs.sum())
        states.append(s); actions.append(a); rewards.append(1.0 if (s[0] > 0) == (a == 1) else 0.0)
        s = rng.normal(size=4).astype("float32")
    returns = np.array(rewards, dtype="float32")
    returns = (returns - returns.mean()) / (returns.std() + 1e-8)
    with tf.GradientTape() as tape:
        logits = policy(np.array(states))
        nll = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=np.array(actions), logits=logits)
        loss = tf.reduce_mean(nll * returns)
    opt.apply_gradients(zip(tape.gradient(loss, policy.trainable_variables), policy.trainable_variables))
    print(episode, sum(rewards))
