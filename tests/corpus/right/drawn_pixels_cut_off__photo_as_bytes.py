"""The same photo three times: as bytes, as fractions, and with a little contrast that goes beyond 1."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from keras.utils import array_to_img, img_to_array

rng = np.random.default_rng(3)
photo = array_to_img(rng.normal((150, 110, 70), 25, (32, 32, 3)).clip(0, 255), scale=False)

pixels = img_to_array(photo)
for shown in (pixels.astype("uint8"), pixels / 255, (pixels / 255 - 0.5) * 1.6 + 0.5):
    plt.imshow(shown)
