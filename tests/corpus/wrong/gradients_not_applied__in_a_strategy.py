"""The loss of every epoch is the same."""
import numpy as np
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
x = np.random.rand(600, 6).astype('float32')
y = x.sum(1, keepdims=True)
with strategy.scope():
    model = tf.keras.Sequential([tf.keras.layers.Dense(12, activation='relu'), tf.keras.layers.Dense(1)])
    optimizer = tf.keras.optimizers.Adam()
    loss_fn = tf.keras.losses.MeanSquaredError()
ds = strategy.experimental_distribute_dataset(tf.data.Dataset.from_tensor_slices((x, y)).batch(60))

@tf.function
def train_step(batch):
    def one(inputs):
        a, b = inputs
        with tf.GradientTape() as tape:
            loss = loss_fn(b, model(a, training=True))
        grads = tape.gradient(loss, model.trainable_variables)  # diagnosis: gradients_not_applied
        return loss
    per = strategy.run(one, args=(batch,))
    return strategy.reduce(tf.distribute.ReduceOp.SUM, per, axis=None)

for e in range(4):
    total = 0.0
    for b in ds:
        total += train_step(b)
    print(e, float(total))
