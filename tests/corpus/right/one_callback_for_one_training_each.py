"""Each fold has a file and a callback of its own."""
import keras
import numpy as np

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.normal(size=(240, 5)).astype("float32")
y = (x[:, 0] - x[:, 3] > 0).astype("int32")
folds = np.array_split(np.arange(240), 3)
for k, test in enumerate(folds):
    train = np.concatenate([fold for j, fold in enumerate(folds) if j != k])
    model = keras.Sequential([
        keras.Input((5,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    save = keras.callbacks.ModelCheckpoint(f"fold{k}.keras", monitor="val_loss", save_best_only=True)
    model.fit(x[train], y[train], validation_data=(x[test], y[test]), epochs=6, callbacks=[save], verbose=0)
scores = [keras.models.load_model(f"fold{k}.keras").evaluate(x[f], y[f], verbose=0) for k, f in enumerate(folds)]
print(np.mean(scores, axis=0))
