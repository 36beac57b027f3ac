import keras
import numpy as np

MODEL_FILE = "classifier.keras"
FOLDER = "classifier"


def publish(model):
    """Saves the model as MODEL_FILE and exports it to FOLDER; both take raw uint8 pictures."""
    core = keras.Model(model.inputs, model.outputs)
    pictures = keras.Input(shape=(28, 28), dtype="uint8", name="pictures")
    scaled = keras.layers.Rescaling(scale=1.0 / 255.0, offset=0.0)(pictures)
    served = keras.Model(pictures, core(scaled), name="served")
    served.save(MODEL_FILE, overwrite=True)
    served.export(FOLDER, format="tf_saved_model", verbose=False)


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000], stored["labels"][:1000]

    model = keras.Sequential([
        keras.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    model.fit(pictures / 255.0, labels, epochs=3)

    publish(model)
    served = keras.models.load_model(MODEL_FILE)
    print(served.predict(pictures[:1]))
    print(model.predict(pictures[:1] / 255.0))
