"""With class_weight the model still says 0 for everybody; the loss is about thirty times as high."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
blood = rng.normal(size=(500, 9)).astype("float32")
ill = (blood[:, 0] + 0.7 * blood[:, 5] + 0.9 * rng.normal(size=500) > 2.3).astype(int)


def weights_of(labels):
    sick = int((labels == 1).sum())
    well = int((labels == 0).sum())
    ratio = sick / well
    return {0: well * ratio, 1: sick}


class_weight = weights_of(ill)
print(class_weight)
model = keras.Sequential([
    keras.Input((9,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy", keras.metrics.Recall()])
model.fit(blood, ill, epochs=6, batch_size=32, class_weight=class_weight, verbose=0)  # diagnosis: class_weights_all_alike
print("called ill:", int((model.predict(blood, verbose=0) > 0.5).sum()), "of", ill.sum())
