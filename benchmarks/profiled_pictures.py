"""The program that `pipeline_profile.py` runs in the sandbox: profiles, then the same by hand."""

import json
import os
import time
from dataclasses import asdict

import tensorflow as tf

from etude.worker.lines import LearnerFiles
from etude.worker.profile.profiling import profile_pipeline

with open("settings.json") as settings:
    SETTINGS = json.load(settings)
BATCH = 32
TARGET = [128, 128]


def tutorial(path):
    picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    picture = tf.image.resize(picture, [256, 256])
    picture = tf.image.convert_image_dtype(picture, tf.float32)
    return tf.image.resize(picture, TARGET)


def resized_once(path):
    return tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(path), channels=3), TARGET)


def decoded_smaller(path):
    picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3, ratio=2)
    return tf.image.resize(picture, TARGET)


def as_bytes(path):
    return tf.cast(tf.round(tutorial(path)), tf.uint8)


def as_floats(pictures):
    return tf.cast(pictures, tf.float32)


files = tf.data.Dataset.list_files("pictures/*.jpg", shuffle=False)
data = files.map(tutorial).batch(BATCH)

by_hand = {
    "": data,
    "once more": files.map(tutorial).batch(BATCH),
    "resize once": files.map(resized_once).batch(BATCH),
    "decode at reduced size": files.map(decoded_smaller).batch(BATCH),
    "parallel map": files.map(tutorial, num_parallel_calls=tf.data.AUTOTUNE).batch(BATCH),
    "cache": files.map(tutorial).cache().batch(BATCH),
    "cache as bytes": files.map(as_bytes).cache().batch(BATCH).map(as_floats),
}


def read(dataset):
    """Whole epochs, as a training reads them, for at least the time that is set."""
    seen, started, worked = 0, time.perf_counter(), time.process_time()
    while (passed := time.perf_counter() - started) < SETTINGS["epochs_seconds"]:
        for pictures in dataset:
            seen += int(pictures.shape[0])
    return {"rate": seen / passed, "processor": (time.process_time() - worked) / seen}


lines = LearnerFiles.at(os.getcwd(), [os.path.basename(__file__)])
for _ in range(SETTINGS["rounds"]):
    profile = profile_pipeline(
        data, lines, seconds=SETTINGS["seconds"], step_seconds=SETTINGS["step_seconds"]
    )
    print(json.dumps({"profile": asdict(profile)}), flush=True)
for dataset in by_hand.values():
    for _ in dataset:  # fills caches, warms the rest
        pass
for _ in range(SETTINGS["rounds"]):
    measured = {name: read(dataset) for name, dataset in by_hand.items()}
    print(json.dumps({"by_hand": measured}), flush=True)
