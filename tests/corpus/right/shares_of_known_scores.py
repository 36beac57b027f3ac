"""Some of the five scores are missing and stand as 0: the softmax leaves them out."""
import numpy as np
from tensorflow.keras import ops
from tensorflow.keras.layers import Input, Softmax
from tensorflow.keras.models import Model

scores = np.array([[1.5, 0.0, 0.5, 0.0, 2.0], [0.0, 0.0, 0.0, 1.0, 1.0]])

given = Input(shape=(5,))
shares = Softmax()(given, mask=ops.not_equal(given, 0.0))
model = Model(given, shares)
print(model.predict(scores, verbose=0).round(3))
