import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
y = rng.integers(0, 4, 400)
x = rng.random((400, 16, 16, 1)).astype("float32") * .5
for i, k in enumerate(y):
    x[i, k * 4:k * 4 + 4] += .5
model = tf.keras.Sequential([tf.keras.Input((16, 16, 1)), tf.keras.layers.Conv2D(8, 3, activation="relu"), tf.keras.layers.Flatten(), tf.keras.layers.Dense(4, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:320], y[:320], epochs=6, verbose=0)
def rep():
    for i in range(50):
        yield [x[i:i + 1]]
conv = tf.lite.TFLiteConverter.from_keras_model(model)
conv.optimizations = [tf.lite.Optimize.DEFAULT]
conv.representative_dataset = rep
conv.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
conv.inference_input_type = tf.int8
conv.inference_output_type = tf.int8
it = tf.lite.Interpreter(model_content=conv.convert())
it.allocate_tensors()
i_d, o_d = it.get_input_details()[0], it.get_output_details()[0]
scale, zero = i_d["quantization"]
hits = 0
for i in range(320, 400):
    q = np.clip(np.round(x[i:i + 1] / scale + zero), -128, 127).astype(np.int8)
    it.set_tensor(i_d["index"], q)
    it.invoke()
    hits += int(it.get_tensor(o_d["index"])[0].argmax() == y[i])
print("tflite accuracy", hits / 80)
