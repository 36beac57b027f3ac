"""Keras loads my picture in the wrong colours: it is white all over when I look at it."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from keras.utils import array_to_img, img_to_array

rng = np.random.default_rng(3)
photo = array_to_img(rng.normal((150, 110, 70), 25, (32, 32, 3)).clip(0, 255), scale=False)

pixels = img_to_array(photo)
print(pixels.shape, pixels.dtype, pixels.min(), pixels.max())
plt.imshow(pixels)  # diagnosis: drawn_pixels_cut_off
plt.title("looks white")
