import numpy as np
import tensorflow as tf

x = np.random.rand(100, 10, 10, 1)
y = np.random.randint(0, 2, 100)
model = tf.keras.Sequential([tf.keras.Input((10, 10, 1)), tf.keras.layers.Conv2D(4, 3, activation='relu'), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(x, y, epochs=1, verbose=0)

tfl = tf.lite.TFLiteConverter.from_keras_model(model).convert()
interp = tf.lite.Interpreter(model_content=tfl)
interp.allocate_tensors()
i = interp.get_input_details()[0]; o = interp.get_output_details()[0]
interp.set_tensor(i['index'], x[:1])  # diagnosis: interpreter_input_refused
interp.invoke()
print(interp.get_tensor(o['index']))
