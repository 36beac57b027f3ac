"""A loop of its own for several devices, with the loss averaged over the whole batch."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

strategy = tf.distribute.MirroredStrategy()
GLOBAL = 32 * strategy.num_replicas_in_sync
x = np.random.normal(size=(640, 8)).astype("float32")
y = x[:, :1] - 2 * x[:, 1:2]
ds = strategy.experimental_distribute_dataset(tf.data.Dataset.from_tensor_slices((x, y)).shuffle(640).batch(GLOBAL))
with strategy.scope():
    model = tf.keras.Sequential([tf.keras.Input((8,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
    opt = tf.keras.optimizers.Adam(0.01)
    mse = tf.keras.losses.MeanSquaredError(reduction="none")

def replica_step(xb, yb):
    with tf.GradientTape() as tape:
        loss = tf.nn.compute_average_loss(mse(yb, model(xb, training=True)), global_batch_size=GLOBAL)
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss

@tf.function
def step(batch):
    per = strategy.run(replica_step, args=batch)
    return strategy.reduce(tf.distribute.ReduceOp.SUM, per, axis=None)

for ep in range(5):
    print(ep, np.mean([float(step(b)) for b in ds]))
