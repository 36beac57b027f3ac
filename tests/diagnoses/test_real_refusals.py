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
def elements(structure):
    return lambda: iter([structure])
"""
REFUSED = {
    "argument_left_out": [
        "keras.Variable('zeros')",
    ],
    "array_taken_for_one_number": [
        "ds.filter(lambda a, b: a > 0)",
    ],
    "arrays_among_tensors": [
        "keras.layers.Add()([x, t])",
    ],
    "arrangement_refused": [
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
    "datasets_joined_refused": [
        "tf.data.Dataset.zip((ds, y))",
        "tf.data.Dataset.zip([ds, ds])",
        "ds.concatenate(tf.data.Dataset.from_tensor_slices(x))",
    ],
    "file_not_found": [
        "tf.data.Dataset.list_files('nowhere/*.jpg')",
        "tf.data.experimental.make_csv_dataset('nowhere.csv', batch_size=4)",
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
    "library_not_installed": [
        "keras.utils.plot_model(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]))",
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
        "t.astype(int)",
        "t.tolist()",
        "t.append(3)",
        "t.mean()",
        "x.numpy()",
        "x.append(3)",
        "ds.shape",
        "in_graph(lambda v: v.mean())",
    ],
    "more_drawn_than_there_are": [
        "df.sample(100)",
        "df.sample(frac=2)",
        "np.random.default_rng(0).choice(64, 100, replace=False)",
        "import random; random.sample([1, 2], 5)",
        "from sklearn.utils import resample; resample(df, n_samples=99, replace=False)",
    ],
    "none_counted_with": [
        "nothing = None; nothing + 1",
        "nothing = None; nothing[0]",
        "keras.Input((None, 4)).shape[1] * 2",
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
    "record_feature_refused": [
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
        "keras.layers.Dense('8')",
        "keras.layers.Dense(y.max() + 1)",
        "keras.callbacks.BackupAndRestore('')",
    ],
    "size_has_a_fraction": [
        "keras.layers.Dense(np.ceil(2.5))",
        "keras.layers.Conv1D(np.sqrt(64), 3)(x[:, :, None])",
    ],
    "sizes_given_one_by_one": [
        "pd.concat(df, df)",
        "pd.concat(df, df, axis=1)",
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
    "unpacked_into_other_number": [
        "a, b = x[0], x[1], x[2]",
        "for a, b, c in ds: pass",
        "for i, (a, b) in ds: pass",
    ],
    "value_given_for_function": [
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
}
# The oldest Keras, 3.6, takes these, and stops where the layer is used.
LATER = (
    "keras.layers.Dense('8')",
    "keras.layers.Dense(y.max() + 1)",
    "keras.layers.Dense(np.ceil(2.5))",
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
