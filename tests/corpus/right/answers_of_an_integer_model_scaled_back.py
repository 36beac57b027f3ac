"""An int8 model is fed and read by the scale and zero point of its own details."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.random((240, 8)).astype("float32")
y = (x[:, 0] + x[:, 1] > 1.0).astype("float32")
model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], y[:200], epochs=15, verbose=0)

converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = lambda: ([row[None]] for row in x[:100])
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.int8
converter.inference_output_type = tf.int8
interpreter = tf.lite.Interpreter(model_content=converter.convert())
interpreter.allocate_tensors()
inp, out = interpreter.get_input_details()[0], interpreter.get_output_details()[0]

right = 0
for row, label in zip(x[200:], y[200:]):
    scale, zero = inp["quantization"]
    interpreter.set_tensor(inp["index"], np.clip(np.round(row / scale) + zero, -128, 127).astype(np.int8)[None])
    interpreter.invoke()
    raw = interpreter.get_tensor(out["index"])[0, 0]
    scale, zero = out["quantization"]
    right += ((float(raw) - zero) * scale > 0.5) == (label == 1)
print("accuracy on the device", right / 40)
