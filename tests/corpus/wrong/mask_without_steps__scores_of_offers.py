"""Some of the five scores are missing and stand as 0: they are masked, and still get a share each."""
import numpy as np
from tensorflow.keras.layers import Activation, Input, Masking
from tensorflow.keras.models import Model

scores = np.array([[1.5, 0.0, 0.5, 0.0, 2.0], [0.0, 0.0, 0.0, 1.0, 1.0]])

given = Input(shape=(5,))
kept = Masking(mask_value=0.0)(given)  # diagnosis: mask_without_steps
shares = Activation("softmax")(kept)
model = Model(given, shares)
print(model.predict(scores, verbose=0).round(3))
