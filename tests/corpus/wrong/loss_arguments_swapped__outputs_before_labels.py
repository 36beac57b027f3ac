import numpy as np, tensorflow as tf
y = np.random.randint(0, 3, 240); x = np.random.rand(240, 12, 12, 3).astype('float32') * .5
for i in range(240): x[i, :, :, y[i]] += .5
Y = tf.keras.utils.to_categorical(y, 3)
net = tf.keras.Sequential([tf.keras.Input((12, 12, 3)), tf.keras.layers.Conv2D(8, 3, activation='relu'), tf.keras.layers.GlobalAveragePooling2D(), tf.keras.layers.Dense(3, activation='softmax')])
cce = tf.keras.losses.CategoricalCrossentropy(); opt = tf.keras.optimizers.Adam(0.01)
for ep in range(5):
    for i in range(0, 240, 24):
        with tf.GradientTape() as tape:
            p = net(x[i:i+24], training=True)
            loss = cce(p, Y[i:i+24])  # diagnosis: loss_arguments_swapped
        g = tape.gradient(loss, net.trainable_variables)
        opt.apply_gradients(zip(g, net.trainable_variables))
    print(ep, float(loss), np.mean(net(x).numpy().argmax(1) == y))
