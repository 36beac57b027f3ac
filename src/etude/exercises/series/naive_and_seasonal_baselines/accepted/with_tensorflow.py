"""The same with TensorFlow and Keras."""

import keras
import tensorflow as tf


def mae(actual, forecast):
    return tf.reduce_mean(tf.abs(tf.subtract(actual, forecast)))


def seasonal_forecast(series, start, period):
    return tf.gather(series, tf.range(start, len(series)) - period)


def naive_forecast(series, start):
    return seasonal_forecast(series, start, period=1)


def mase(actual, forecast, history):
    scale = keras.ops.mean(keras.ops.abs(keras.ops.diff(history)))
    return mae(actual, forecast) / scale
