"""Mixes bytes and fractions."""

import os

import numpy as np
import tensorflow as tf
from PIL import Image

SIDE = 8  # pixels


def make_stickers(folder):
    """Writes six made-up stickers: a square in the middle, each file of another kind."""
    os.makedirs(folder, exist_ok=True)
    square = np.zeros((SIDE, SIDE), "uint8")
    square[2:6, 2:6] = 1  # 1 where there is ink
    ink = square[..., np.newaxis]
    white = np.full((SIDE, SIDE, 3), 255, "uint8")
    blue = np.where(ink, np.uint8([30, 60, 200]), white)
    Image.fromarray(np.where(square, np.uint8(90), np.uint8(255))).save(f"{folder}/grey.png")
    Image.fromarray(blue).save(f"{folder}/colour.png")
    on_glass = np.concatenate([blue * ink, 255 * ink], axis=-1).astype("uint8")
    on_glass[5, 2:6, 3] = 127  # the last row of ink is half transparent
    Image.fromarray(on_glass).save(f"{folder}/colour_on_glass.png")
    grey_on_glass = np.stack([90 * square, 255 * square], axis=-1).astype("uint8")
    Image.fromarray(grey_on_glass).save(f"{folder}/grey_on_glass.png")
    numbered = Image.new("P", (SIDE, SIDE))
    numbered.putdata(square.ravel().tolist())
    numbered.putpalette([255, 255, 255, 200, 30, 30] + 254 * [0, 0, 0])  # 256 colours
    numbered.save(f"{folder}/palette.png")
    numbered.putpalette([0, 0, 0, 200, 30, 30] + 254 * [0, 0, 0])
    numbered.save(f"{folder}/palette_on_glass.png", transparency=0)


def read_picture(path):
    """The sticker at a path as (SIDE, SIDE, 3) float32, from 0 to 255, on white paper."""
    content = tf.io.read_file(path)
    picture = tf.io.decode_png(content, channels=4)
    ink = tf.cast(picture[..., 3:], tf.float32) / 255.0
    return picture[..., :3] * ink + 255.0 * (1.0 - ink)  # diagnosis: number_types_mixed


make_stickers("stickers")
paths = sorted(f"stickers/{name}" for name in os.listdir("stickers"))
pictures = tf.data.Dataset.from_tensor_slices(paths).map(read_picture).batch(len(paths))

for batch in pictures:
    for path, picture in zip(paths, batch.numpy(), strict=True):
        print(f"{path}: paper {picture[0, 0]}, ink {picture[3, 3]}")
