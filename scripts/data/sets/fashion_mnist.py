"""Grey pictures of clothes in ten classes: a balanced part of Fashion-MNIST."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.files import npz_bytes
from data.packages import Package
from data.record import About, Built
from data.split import shuffled

PUBLIC_PER_CLASS = 1000
HIDDEN_PER_CLASS = 200
CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)

ABOUT = About(
    title="Fashion-MNIST",
    package=Package(
        client="apt",
        name="dataset-fashion-mnist",
        version="0.0~git20200523.55506a9-1",
        sha256="39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0",
    ),
    origin="Zalando Research, Fashion-MNIST; `usr/share/datasets/fashion-mnist/*-ubyte.gz`.",
    authors="Han Xiao, Kashif Rasul, Roland Vollgraf",
    licence="MIT",
    notice="Copyright (c) 2017 Zalando SE, https://tech.zalando.com",
    changes="A part of each file, stored as arrays; pictures and labels as they were.",
    split=(
        "Public: the first 1000 of each class in the training file, in its order. Hidden: the "
        "first 200 of each class in the test file. No picture of the source occurs twice."
    ),
)


def build(package: Path) -> Built:
    """Build `train.npz`, `classes.txt` and the held-out pictures."""
    folder = package / "usr/share/datasets/fashion-mnist"
    images, labels = _part(folder, "train", per_class=PUBLIC_PER_CLASS)
    hidden_images, hidden_labels = _part(folder, "t10k", per_class=HIDDEN_PER_CLASS)
    order = shuffled(range(len(hidden_labels)), salt="fashion_mnist")
    return Built(
        public={
            "train.npz": npz_bytes({"images": images, "labels": labels}),
            "classes.txt": "".join(f"{name}\n" for name in CLASSES).encode(),
        },
        hidden={
            "inputs": hidden_images[order],
            "labels": hidden_labels[order].astype(np.int64),
            "classes": np.array(CLASSES),
        },
        public_labels=[CLASSES[label] for label in labels],
    )


def _part(
    folder: Path, part: str, *, per_class: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return images (n, 28, 28) and labels (n,), the first `per_class` of every class."""
    images = _idx(folder / f"{part}-images-idx3-ubyte.gz")
    labels = _idx(folder / f"{part}-labels-idx1-ubyte.gz")
    firsts = [np.flatnonzero(labels == label)[:per_class] for label in range(len(CLASSES))]
    rows = np.sort(np.concatenate(firsts))
    return images[rows], labels[rows]


def _idx(path: Path) -> NDArray[np.uint8]:
    """Read an IDX file of bytes: its fourth byte is the rank, then one big-endian size each."""
    content = gzip.decompress(path.read_bytes())
    rank = content[3]
    shape = np.frombuffer(content, ">u4", count=rank, offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * rank).reshape(shape)
