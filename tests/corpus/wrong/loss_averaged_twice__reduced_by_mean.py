"""With two devices my reported loss is exactly half of what one device reports."""
import numpy as np
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(128, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)
GLOBAL_BATCH = 32
data = strategy.experimental_distribute_dataset(
    tf.data.Dataset.from_tensor_slices((x, y)).shuffle(128).batch(GLOBAL_BATCH))

with strategy.scope():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(1)])
    optimizer = tf.keras.optimizers.SGD(0.05)
    loss_object = tf.keras.losses.MeanSquaredError(reduction="none")


def replica_step(features, targets):
    with tf.GradientTape() as tape:
        each = loss_object(targets, model(features, training=True))
        loss = tf.nn.compute_average_loss(each, global_batch_size=GLOBAL_BATCH)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


@tf.function
def train_step(features, targets):
    losses = strategy.run(replica_step, args=(features, targets))
    return strategy.reduce(tf.distribute.ReduceOp.MEAN, losses, axis=None)  # diagnosis: loss_averaged_twice


for epoch in range(3):
    for features, targets in data:
        loss = train_step(features, targets)
    print(epoch, float(loss))
