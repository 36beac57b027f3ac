"""A GAN with train_on_batch: the discriminator learns, then the generator through it while it is frozen."""
import keras
import numpy as np

keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
generator = keras.Sequential([
    keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(2)
])
discriminator = keras.Sequential([
    keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
])
discriminator.compile(keras.optimizers.Adam(0.002), "binary_crossentropy")
frozen = keras.models.clone_model(discriminator)
frozen.trainable = False
noise_in = keras.Input((4,))
gan = keras.Model(noise_in, frozen(generator(noise_in)))
gan.compile(keras.optimizers.Adam(0.001), "binary_crossentropy")
ones, zeros = np.ones((32, 1), "float32"), np.zeros((32, 1), "float32")
for step in range(60):
    angle = rng.uniform(0, 2 * np.pi, 32)
    real = np.stack([np.cos(angle), np.sin(angle)], axis=1).astype("float32")
    made = generator.predict_on_batch(rng.normal(size=(32, 4)).astype("float32"))
    d_real = discriminator.train_on_batch(real, ones)
    d_made = discriminator.train_on_batch(made, zeros)
    frozen.set_weights(discriminator.get_weights())
    g = gan.train_on_batch(rng.normal(size=(32, 4)).astype("float32"), ones)
    for one in (discriminator, gan):
        one.reset_metrics()
print(float(d_real), float(d_made), float(g))
