"""One line each that the installed libraries refuse, and the diagnosis that is told of it."""

from collections.abc import Callable
from importlib.metadata import version

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

HEAD = """import keras, numpy as np, os, pandas as pd, tensorflow as tf
x = np.random.default_rng(0).random((64, 5)).astype("float32")
y = np.arange(64) % 3
t = tf.constant(x)
df = pd.DataFrame(x, columns=list("abcde"))
df["kind"] = np.where(y == 0, "cat", "dog")
df["gap"] = np.where(y == 1, None, 2.0)
ds = tf.data.Dataset.from_tensor_slices((x, y))
pictures = np.zeros((8, 16, 16, 3), "uint8")
def in_graph(step):
    return tf.data.Dataset.from_tensors(x).map(step)
def net():
    return keras.Sequential([keras.Input((5,)), keras.layers.Dense(3)])
def lite(model):
    content = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    return tf.lite.Interpreter(model_content=content)
def elements(structure):
    return lambda: iter([structure])
"""
REFUSED = {
    "argument_left_out": [
        'tf.data.Dataset.from_tensors("a.npy").map(lambda p: tf.py_function(np.load, [p]))',
        "tf.one_hot(y)",
        "from sklearn.metrics import accuracy_score; accuracy_score(y)",
        "keras.Variable('zeros')",
    ],
    "array_indexed_by_name": [
        'net().layers["dense"]',
        'x["a"]',
        'x[["a", "b"]]',
        'df.values[:, "a"]',
    ],
    "array_taken_for_one_number": [
        'print(f"{x:.3f}")',
        'print(f"{t:.3f}")',
        "ds.filter(lambda a, b: a > 0)",
    ],
    "argument_not_recognized": [
        'df.drop("a", axs=1)',
        "tf.one_hot(y, 3, dpth=2)",
        "import sklearn.metrics as m; m.accuracy_score(y, y, normalise=False)",
    ],
    "arrays_among_tensors": [
        'a = [keras.Input((5,)) for _ in "ab"]; keras.Model(a, keras.layers.Add()(a))([x, t])',
    ],
    "arrangement_refused": [
        "tf.constant([1, 2])[tf.constant([1, 0])]",
        "np.transpose(x, (0, 2, 1))",
        "np.squeeze(x, 1)",
        "np.split(x, 7)",
        "np.linalg.inv(x)",
        "tf.reshape(t, [-1, -1])",
        "tf.transpose(t, [0, 2, 1])",
        "in_graph(lambda v: tf.transpose(v, [0, 2, 1]))",
        "tf.squeeze(t, 1)",
        "in_graph(lambda v: tf.squeeze(v, 1))",
        "tf.expand_dims(t, 4)",
        "in_graph(lambda v: tf.expand_dims(v, 4))",
        "tf.split(t, 3, axis=1)",
        "in_graph(lambda v: tf.split(v, 3, axis=1))",
        "tf.tile(t, [2])",
        "in_graph(lambda v: tf.tile(v, [2]))",
        "tf.pad(t, [1, 1])",
        "in_graph(lambda v: tf.pad(v, [1, 1]))",
        "tf.slice(t, [0, 0], [100, 2])",
        "tf.concat(t, t)",
        "in_graph(lambda v: tf.concat(v, v))",
        "tf.where(t > 0.5, t)",
        "tf.linalg.inv(t)",
        "tf.random.normal(3, 3)",
        "keras.ops.split(keras.Input((5,)), 2, axis=-1)",
        "keras.random.uniform(3)",
        "keras.random.normal(16, 8)",
    ],
    "axis_not_there": [
        "tf.argmax(t, axis=2)",
        "in_graph(lambda v: tf.argmax(v, axis=2))",
        "tf.reduce_sum(t, axis=3)",
        "in_graph(lambda v: tf.reduce_sum(v, axis=3))",
        "np.argmax(y, axis=1)",
    ],
    "call_has_another_name": [
        "type('Net', (keras.layers.Layer,), {'forward': print})()(t)",
    ],
    "class_given_for_object": [
        "keras.models.clone_model(elements)",
    ],
    "column_not_found": [
        "df['a', 'b']",
        "df.merge(pd.DataFrame({'other': ['cat']}), on='kind')",
    ],
    "config_of_other_kind": [
        "keras.models.model_from_json({'name': 'net'})",
        "keras.Sequential.from_config([{'name': 'dense'}])",
        "keras.layers.Dense.from_config('Dense')",
    ],
    "curve_has_other_length": [
        'import matplotlib as m, matplotlib.pyplot; m.use("Agg"); m.pyplot.plot([1, 2], [1])',
    ],
    "dataset_is_not_a_list": [
        "next(ds)",
        "ds.next()",
    ],
    "datasets_joined_refused": [
        "tf.data.Dataset.zip((ds, y))",
        "tf.data.Dataset.zip([ds, ds])",
        "ds.concatenate(tf.data.Dataset.from_tensor_slices(x))",
    ],
    "file_is_no_picture": [
        'tf.image.decode_jpeg("a.jpg")',
    ],
    "file_not_found": [
        "tf.data.Dataset.list_files('nowhere/*.jpg')",
        "tf.data.experimental.make_csv_dataset('nowhere.csv', batch_size=4)",
    ],
    "flattened_before_convolution": [
        "keras.layers.MaxPooling2D((2, 2))(t)",
    ],
    "gaps_made_integers": [
        "df['kind'].map({'cat': 0}).astype(int)",
        "df['gap'].astype(int)",
        "int(float('nan'))",
    ],
    "gaps_refused": [
        "from sklearn.linear_model import LinearRegression as M; M().fit(x * np.nan, y)",
        "from sklearn.linear_model import LinearRegression as M; M().fit(x, y * np.nan)",
        "from sklearn.metrics import mean_squared_error as m; m(y, y * np.nan)",
        "from sklearn.preprocessing import StandardScaler as S; S().fit(x / 0.0)",
    ],
    "generator_gives_other_shapes": [
        "next(iter(tf.data.Dataset.from_generator(elements({'a': 1}), output_types=tf.float32)))",
        "next(iter(tf.data.Dataset.from_generator(elements((x, 1)), output_types=tf.float32)))",
    ],
    "gradients_not_paired": [
        "keras.optimizers.SGD().apply_gradients([(tf.Variable(1.0), tf.constant(1.0))])",
    ],
    "index_past_the_end": [
        "x[64]",
        "[1, 2][2]",
        "x.shape[2]",
        "df.iloc[70]",
        "df.iloc[:, [0, 9]]",
        "t[70]",
        "in_graph(lambda v: v[70])",
        "tf.gather(t, [70])",
        "tf.nn.embedding_lookup(t, [70])",
        "tf.gather_nd(t, [[0, 1], [3, 5]])",
        "tf.tensor_scatter_nd_update(t, [[64, 0]], [1.0])",
    ],
    "initializer_for_other_shape": [
        "keras.layers.Dense(4, bias_initializer='orthogonal')(x)",
        "keras.layers.Dense(5, bias_initializer='identity')(x)",
    ],
    "interpreter_input_refused": [
        "lite(net()).invoke()",
    ],
    "labels_missing": [
        'm = net(); m.compile("adam", "mse"); m.fit((x, y), verbose=0)',
    ],
    "library_not_installed": [
        "keras.utils.plot_model(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]))",
    ],
    "map_function_takes_other_arguments": [
        "ds.window(3).flat_map(lambda w: w.batch(3))",
    ],
    "measure_refuses_classes": [
        "from sklearn.metrics import f1_score; f1_score(y, y)",
        "from sklearn.metrics import roc_auc_score; roc_auc_score(y, x[:, 0])",
        "from sklearn.metrics import confusion_matrix as m; m(np.eye(3)[y], np.eye(3)[y])",
        "from sklearn.metrics import classification_report as r; r(y, y, target_names=['a'])",
        "from sklearn.metrics import mean_squared_error as m; m(y, x)",
        "from sklearn.model_selection import train_test_split as s; s(x, y, test_size=1.5)",
        "from sklearn.model_selection import train_test_split as s; s(x, y, stratify=x[:, 0])",
        "from sklearn.preprocessing import LabelEncoder as E; E().fit(['a']).transform(['b'])",
        "from sklearn.model_selection import train_test_split as s; s(x, y, test_size=80)",
        "from sklearn.model_selection import train_test_split as s; s(x[x[:, 0] > 2])",
        "from sklearn.model_selection import train_test_split as s; s(y, test_size=2, stratify=y)",
        "from sklearn.model_selection import KFold; list(KFold(80).split(x))",
        "from sklearn.model_selection import StratifiedKFold as K; list(K(3).split(y, np.eye(64)))",
        "from sklearn.model_selection import StratifiedKFold as K; list(K(50).split(x, y))",
        "from sklearn.linear_model import LogisticRegression as M; M().fit(x, x[:, 0])",
        "from sklearn.linear_model import LogisticRegression as M; M().fit(x, y * 0)",
    ],
    "method_of_other_kind": [
        "keras.layers.TextVectorization().word_index",
        'h = {"loss": [1.0]}; h.loss',
        "t.assign(3)",
        "ds.make_one_shot_iterator()",
        "ds.output_shapes",
        "t.astype(int)",
        "t.tolist()",
        "t.append(3)",
        "t.mean()",
        "x.numpy()",
        "x.append(3)",
        "ds.shape",
        "in_graph(lambda v: v.mean())",
    ],
    "metric_wants_columns": [
        "tf.keras.metrics.F1Score()(y, y)",
    ],
    "model_taken_for_estimator": [
        "import sklearn.model_selection as s; s.cross_val_score(net(), x, y)",
        'import sklearn.model_selection as s; s.GridSearchCV(net(), {"units": [1]}).fit(x, y)',
    ],
    "more_drawn_than_there_are": [
        "df.sample(100)",
        "df.sample(frac=2)",
        "np.random.default_rng(0).choice(64, 100, replace=False)",
        "import random; random.sample([1, 2], 5)",
        "from sklearn.utils import resample; resample(df, n_samples=99, replace=False)",
    ],
    "name_lives_elsewhere": [
        "from keras.layers import Adam",
        "from tensorflow.keras.layers import EarlyStopping",
        "from keras.models import Dense",
        "tf.keras.Dense(3)",
        "tf.ceil(t)",
        "tf.data.from_tensor_slices(x)",
        "np.normal(3)",
        "from sklearn.preprocessing import train_test_split",
        "to_categorical(y)",
        "Dense(3)",
    ],
    "name_removed": [
        "tf.train.exponential_decay(0.1, 1, 2, 3)",
        "tf.global_variables()",
        "from keras.utils import ImageDataGenerator",
        "from sklearn.datasets import load_boston",
        "from tensorflow.examples.tutorials.mnist import input_data",
    ],
    "names_and_columns_differ": [
        'pd.DataFrame(x, columns=["a"])',
        'df.columns = ["a", "b"]',
        "pd.DataFrame(x, index=[1, 2])",
    ],
    "none_counted_with": [
        "nothing = None; nothing + 1",
        "nothing = None; nothing[0]",
        "keras.Input((None, 4)).shape[1] * 2",
    ],
    "not_one_picture_shown": [
        'import matplotlib as m, matplotlib.pyplot; m.use("Agg"); m.pyplot.imshow(pictures)',
        'import matplotlib as m, matplotlib.pyplot; m.use("Agg"); m.pyplot.imshow(x[0])',
    ],
    "number_types_mixed": [
        "t * tf.constant(2)",
        "in_graph(lambda v: v * tf.constant(2))",
        "ds.map(lambda a, b: b / 2.0)",
        "tf.matmul(t, tf.zeros((5, 2), tf.float64))",
        "tf.constant([1.5, 2.0], dtype=tf.int32)",
    ],
    "numbers_of_examples_differ": [
        "df['new'] = np.zeros(30)",
    ],
    "operands_do_not_fit": [
        "x + x[:, :2]",
        "t + t[:, :2]",
        "in_graph(lambda v: v + v[:, :2])",
        "tf.matmul(t, t)",
        "in_graph(lambda v: tf.matmul(v, v))",
        "x @ x[:4]",
        "np.dot(x, x)",
        "np.stack([x, x[0]])",
        "np.concatenate([x, y])",
        "tf.stack([t, t[0]])",
        "in_graph(lambda v: tf.stack([v, v[0]]))",
        "tf.concat([t, t[0]], 0)",
        "tf.einsum('ij,jk->ik', t, t)",
        "in_graph(lambda v: tf.einsum('ij,jk->ik', v, v))",
        "tf.where(t > 0, t, tf.zeros((3,)))",
        "tf.nn.softmax_cross_entropy_with_logits(t[:, 0], t)",
        "tf.nn.sigmoid_cross_entropy_with_logits(labels=t[:, 0], logits=t)",
        "keras.Input((4,)) + keras.Input((6,))",
    ],
    "picture_step_refused": [
        "tf.image.resize(pictures, 8)",
        "tf.image.resize(pictures[0], (8, 8, 3))",
        "tf.image.random_crop(pictures[0], (20, 20, 3))",
        "ds.map(lambda a, b: tf.image.random_crop(a, (9,))).get_single_element()",
        "tf.image.crop_to_bounding_box(pictures[0], 0, 0, 20, 20)",
        "tf.image.central_crop(pictures[0], 1.5)",
        "tf.image.rot90(pictures[0, :, :, 0])",
        "tf.image.adjust_hue(pictures[:, :, :, :1], 0.1)",
        "tf.image.stateless_random_flip_left_right(pictures[0], seed=3)",
    ],
    "python_list_as_data": [
        'm = net(); m.compile("adam", "mse"); m.fit(x, list(y), verbose=0)',
    ],
    "record_feature_refused": [
        "tf.train.Feature(bytes_list=tf.train.BytesList(value=[t]))",
        "tf.train.Int64List(value=3)",
        "tf.train.Int64List(value=[3.5])",
        "tf.train.BytesList(value=['abc'])",
        "tf.io.parse_single_example(b'abc', {'a': tf.io.FixedLenFeature([], tf.int64)})",
    ],
    "rows_make_no_array": [
        "tf.constant([22.0, None, 35.0])",
        "tf.constant([1.5, 'red'])",
        "tf.constant([[1, 2], [3]])",
    ],
    "setting_out_of_range": [
        'keras.layers.Embedding("3", 4)',
        'keras.layers.TextVectorization(max_tokens="100")',
        "keras.layers.Dense('8')",
        "keras.layers.Dense(y.max() + 1)",
        "keras.callbacks.BackupAndRestore('')",
    ],
    "shape_within_a_shape": [
        "keras.Input((x.shape, 3))",
    ],
    "signature_does_not_fit": [
        'net().export("e"); tf.saved_model.load("e").signatures["serving_default"](x)',
        "tf.function(lambda v: v, input_signature=[tf.TensorSpec((3, 5), tf.float32)])(t)",
    ],
    "size_has_a_fraction": [
        "x[len(x) / 2]",
        "keras.layers.Dense(np.ceil(2.5))",
        "keras.layers.Conv1D(np.sqrt(64), 3)(x[:, :, None])",
    ],
    "sizes_given_one_by_one": [
        'tf.strings.join("a", "b")',
        "pd.concat(df, df)",
        "pd.concat(df, df, axis=1)",
    ],
    "stage_refuses_elements": [
        "next(iter(ds.unbatch().unbatch()))",
        "for a in ds.padded_batch(4, padded_shapes=([2], [])): pass",
        "ds.take(2).get_single_element()",
    ],
    "stage_takes_a_number": [
        "ds.batch('8')",
        "ds.shuffle(buffer_size=None)",
        "ds.repeat(2.0)",
        "ds.batch(len(x) // 100)",
        "ds.prefetch('auto')",
        "ds.map(lambda a, b: a, num_parallel_calls='auto')",
        "ds.take(os.environ.get('NO_SUCH_COUNT'))",
    ],
    "symbolic_tensor_has_no_values": [
        "tf.function(lambda v: v.numpy())(t)",
    ],
    "tensors_given_otherwise": [
        "keras.layers.Dense(3)(t, t)",
    ],
    "text_and_number_joined": [
        'print("loss: " + x[0, 0])',
        'print(5 + " epochs")',
    ],
    "too_many_by_place": [
        'df.drop("a", 1)',
        'pd.read_csv("f.csv", ",")',
        'df.sort_values("a", 0, False)',
        'keras.utils.to_categorical(y, 3, "float32", 1)',
        "from sklearn.model_selection import KFold; KFold(5, True, 1)",
        'from sklearn.metrics import f1_score; f1_score(y, y, "macro")',
        "from sklearn.preprocessing import MinMaxScaler; MinMaxScaler(0, 1)",
        "import sklearn.utils as u; u.compute_class_weight('balanced', np.unique(y), y)",
        "tf.argmax(t, 0, 1, 2, 3)",
    ],
    "unpacked_into_other_number": [
        "a, b = x[0], x[1], x[2]",
        "for a, b, c in ds: pass",
        "for i, (a, b) in ds: pass",
    ],
    "unseen_category_crashes": [
        'import sklearn.preprocessing as p; p.OneHotEncoder().fit([["a"]]).transform([["b"]])',
    ],
    "value_given_for_function": [
        "tf.map_fn(x, t)",
        "tf.data.Dataset.from_generator([1, 2], output_types=tf.int32)",
        "ds.map(x / 255)",
        "keras.layers.Lambda(2.0)",
        "tf.cond(t[0, 0] > 0, t, t * 2)",
        "keras.ops.cond(True, t, t * 2)",
        "df['a'].apply(df['a'] > 0.5)",
    ],
    "values_do_not_fill_shape": [
        "tf.constant([1, 2, 3], shape=(2, 2))",
    ],
    "weights_of_other_shape": [
        "tf.Variable(t).assign(t[:3])",
        "keras.Variable(t).assign(t[:3])",
    ],
    "words_among_numbers": [
        "float('a')",
        "pd.to_numeric(df['kind'])",
        "df['kind'].mean()",
        "tf.strings.to_number(['1', 'b'])",
        "tf.one_hot(['a'], 3)",
        "tf.cast('3', tf.int32)",
        "tf.reduce_mean('a')",
        "tf.constant(['1.5', '2.5'], dtype=tf.float32)",
        "df.groupby('gap').mean()",
        "df.mean()",
        "keras.layers.Rescaling('1/255')(x)",
    ],
    "wrapper_wants_a_layer": [
        "keras.layers.Bidirectional(keras.layers.Dense(3))",
    ],
}
# The oldest Keras, 3.6, takes these, and stops where the layer is used, if at all.
LATER = (
    "keras.layers.Dense('8')",
    "keras.layers.Dense(y.max() + 1)",
    "keras.layers.Dense(np.ceil(2.5))",
    'keras.layers.Embedding("3", 4)',
)
KERAS = tuple(map(int, version("keras").split(".")[:2]))
LINES = [(name, line) for name, lines in REFUSED.items() for line in lines]
if KERAS <= (3, 6):
    LINES = [(name, line) for name, line in LINES if line not in LATER]


@pytest.mark.parametrize(("name", "line"), LINES, ids=[line for _, line in LINES])
def test_what_a_library_refuses_is_told(
    name: str, line: str, evidence_of: Callable[[str], Evidence]
) -> None:
    evidence = evidence_of(f"{HEAD}{line}\n")

    assert evidence.error is not None
    finding = catalogue()[name].match(evidence)
    assert finding is not None, evidence.error
    assert finding.line == len(HEAD.splitlines()) + 1
