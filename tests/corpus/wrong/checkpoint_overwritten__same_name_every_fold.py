"""All folds load identical weights although each fold saved its own best model."""
import numpy as np
import keras

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.normal(size=(240, 5)).astype("float32")
y = (x[:, 0] - x[:, 3] > 0).astype("int32")


def make():
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    return model


folds = np.array_split(np.arange(240), 3)
for k in range(3):
    test = folds[k]
    train = np.concatenate([folds[j] for j in range(3) if j != k])
    save = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)  # diagnosis: checkpoint_overwritten
    make().fit(x[train], y[train], validation_data=(x[test], y[test]), epochs=6, callbacks=[save], verbose=0)

models = [keras.models.load_model("best.keras") for _ in range(3)]  # diagnosis: checkpoint_overwritten
print([m.evaluate(x[folds[k]], y[folds[k]], verbose=0) for k, m in enumerate(models)])
