import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
y = rng.integers(0, 4, 400)
x = rng.random((400, 16, 16, 1)).astype("float32") * 0.5
for i, k in enumerate(y):
    x[i, k * 4:k * 4 + 4] += 0.5

model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=6, verbose=0)
print("keras:", model.evaluate(x, y, verbose=0)[1])

def representative():
    for i in range(50):
        yield [x[i:i + 1]]

converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = representative
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.int8
converter.inference_output_type = tf.int8
content = converter.convert()

interpreter = tf.lite.Interpreter(model_content=content)
interpreter.allocate_tensors()
inp = interpreter.get_input_details()[0]
out = interpreter.get_output_details()[0]
hits = 0
for i in range(100):
    interpreter.set_tensor(inp["index"], x[i:i + 1].astype(np.int8))  # diagnosis: input_not_quantized
    interpreter.invoke()
    hits += int(np.argmax(interpreter.get_tensor(out["index"])[0]) == y[i])
print("tflite:", hits / 100)
