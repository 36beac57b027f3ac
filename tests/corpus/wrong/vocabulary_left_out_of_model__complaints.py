import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

rng = np.random.default_rng(4)
calm = ["thank you for the quick answer", "the parcel came in time", "all good with my order"]
angry = ["the parcel is broken again", "nobody answers my letters", "i want my money back"]
lines = [str(rng.choice(calm if i % 2 else angry)) for i in range(120)]
labels = np.array([i % 2 for i in range(120)])

vectorizer = layers.TextVectorization(max_tokens=60, output_sequence_length=8)
vectorizer.adapt(lines[:90])
x_train, x_val = vectorizer(lines[:90]), vectorizer(lines[90:])

model = models.Sequential()
model.add(layers.Embedding(60, 8))
model.add(layers.GlobalAveragePooling1D())
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, labels[:90], epochs=6, validation_data=(x_val, labels[90:]), verbose=0)
model.save("complaints.keras", include_optimizer=False)  # diagnosis: vocabulary_left_out_of_model
