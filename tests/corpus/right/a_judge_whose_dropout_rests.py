"""Two networks learn against each other; the dropout of the one that judges never acts, and nobody asks it later."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
heights = rng.normal([1.7, 0.7], [0.1, 0.05], (1024, 2)).astype("float32")
judge = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dropout(0.2),
    keras.layers.Dense(1),
])
maker = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(2)])
measure = keras.losses.BinaryCrossentropy(from_logits=True)
for_judge, for_maker = keras.optimizers.Adam(2e-3), keras.optimizers.Adam(2e-3)


def step(real):
    noise = tf.random.normal((len(real), 4))
    with tf.GradientTape() as tape:
        found = judge(tf.concat([real, maker(noise)], 0))
        said = tf.concat([tf.ones((len(real), 1)), tf.zeros((len(real), 1))], 0)
        loss = measure(said, found)
    for_judge.apply_gradients(zip(tape.gradient(loss, judge.trainable_variables), judge.trainable_variables))
    with tf.GradientTape() as tape:
        found = judge(maker(noise))
        loss = measure(tf.ones_like(found), found)
    for_maker.apply_gradients(zip(tape.gradient(loss, maker.trainable_variables), maker.trainable_variables))


for turn in range(6):
    for start in range(0, 1024, 128):
        step(heights[start : start + 128])
print(maker(tf.random.normal((500, 4))).numpy().mean(0), "should be near 1.7 and 0.7")
