import keras
import numpy as np

MODEL_FILE = "classifier.keras"
FOLDER = "classifier"


def publish(model):
    """Saves the model as MODEL_FILE and exports it to FOLDER; both take raw uint8 pictures."""
    served = keras.Sequential([
        keras.Input((28, 28), dtype="uint8"),
        keras.layers.Rescaling(1 / 255),
        model,
    ])
    served.save(MODEL_FILE)  # diagnosis: optimizer_saved_with_model
    served.export(FOLDER)


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
