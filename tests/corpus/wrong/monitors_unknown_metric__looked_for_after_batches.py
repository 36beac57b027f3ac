"""'Can save best model only with val_loss available', though validation data are given."""
import os
import tempfile
import numpy as np
import tensorflow as tf
from tensorflow import keras as ks

bs = 16
N_img, N_val = 320, 80
rng = np.random.default_rng(22)
x = rng.random((N_img + N_val, 32, 32, 1)).astype('float32')
m = (x > 0.6).astype('float32')
dataset = {
    "train": tf.data.Dataset.from_tensor_slices((x[:N_img], m[:N_img])).batch(bs).repeat(),
    "val": tf.data.Dataset.from_tensor_slices((x[N_img:], m[N_img:])).batch(bs).repeat(),
}

inp = ks.Input((32, 32, 1))
h = ks.layers.Conv2D(8, 3, padding="same", activation="relu")(inp)
out = ks.layers.Conv2D(1, 1, activation="sigmoid")(h)
model = ks.Model(inp, out)
model.compile(optimizer=ks.optimizers.Adam(0.05), loss="binary_crossentropy", metrics=["accuracy"])

folder = tempfile.mkdtemp()
cllbs = [ks.callbacks.ModelCheckpoint(os.path.join(folder, "Epoch.{epoch:02d}.keras"),
                                      monitor="val_loss",
                                      mode="min",
                                      save_best_only=True,
                                      save_freq=5)]  # diagnosis: monitors_unknown_metric

args_fit = {"epochs": 4,
            "steps_per_epoch": N_img // bs,
            "validation_steps": N_val // bs,
            "callbacks": cllbs}
hist = model.fit(dataset["train"], validation_data=dataset["val"], **args_fit)
print(os.listdir(folder))
