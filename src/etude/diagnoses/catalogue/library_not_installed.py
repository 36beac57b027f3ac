"""
A library is imported that is not installed where the program runs.

## Why it hurts
Each Python environment has its own libraries: what another notebook or another project could import is not there by
that. And some libraries are installed under another name than they are imported by. TensorFlow and Keras themselves
need some for a part of what they do, and say so when that part is reached: TensorBoard for its callback, pydot and
graphviz for plot_model.

## Example
    import cv2_of_another_environment
    import numpy as np

    picture = cv2_of_another_environment.imread("picture.jpg")

## Instead
    import keras
    import numpy as np

    keras.utils.save_img("picture.jpg", np.zeros((8, 8, 3)))
    picture = keras.utils.load_img("picture.jpg")
"""

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "dev-2")
GUIDE = "Python tutorial: Virtual Environments and Packages"
EXPLAINS = ()

# Where the name to install is not the name to import.
_INSTALLED_AS = {
    "cv2": "opencv-python-headless",
    "sklearn": "scikit-learn",
    "skimage": "scikit-image",
    "PIL": "pillow",
    "yaml": "pyyaml",
    "bs4": "beautifulsoup4",
    "imblearn": "imbalanced-learn",
}
_ALIKE = (
    "pandas matplotlib seaborn scipy statsmodels nltk gensim spacy tqdm requests yfinance plotly openpyxl "
    "tensorflow_datasets tensorflow_hub tensorflow_text tensorflow_probability keras_tuner keras_hub"
).split()
_INSTALLED_AS |= {name: name.replace("_", "-") for name in _ALIKE}
# Ended, and what does their work now.
_ENDED = {
    "tensorflow_addons": "use what Keras has of it: keras.losses, keras.metrics, keras.optimizers and keras.layers; "
    "tensorflow_addons ended in 2024",
    "tflearn": "write it with keras; tflearn was made for TensorFlow 1",
    "keras_preprocessing": "use keras.utils (pad_sequences, image_dataset_from_directory) and keras.layers",
    "keras_applications": "use keras.applications",
}
# Libraries that TensorFlow and Keras import only where something needs them: TensorFlow 2.21 no longer
# brings TensorBoard, and no version brings what draws a graph.
_FOR_A_PART = (
    Saying(
        words=r"TensorBoard is not installed, missing implementation for (?P<what>[\w.]+)",
        evidence="{what} is written by TensorBoard, and the Python that runs this does not have it",
        change="python -m pip install tensorboard, in the environment that étude is in; or leave its callback out",
    ),
    Saying(
        words=r"You must install pydot",
        evidence="plot_model draws with pydot, and the Python that runs this does not have it",
        change="python -m pip install pydot, in the environment that étude is in, and install graphviz on the "
        "system; or show the layers with model.summary()",
    ),
    Saying(
        words=r"You must install graphviz",
        evidence="plot_model draws with the program graphviz, and it is not on this system",
        change="install graphviz with the system's own installer (pip does not have it); "
        "or show the layers with model.summary()",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return _imported(evidence) or told(evidence, _FOR_A_PART)


def _imported(evidence: Evidence) -> Finding | None:
    found = absent(evidence, "module")
    if found is None or found[1].of or found[1].nearest:
        return None
    error, missing = found
    return Finding(
        line=error.line,
        about=missing.name,
        evidence=f"the Python that runs this has no library {missing.name}",
        change=_change(missing.name),
    )


def _change(name: str) -> str:
    if name in _ENDED:
        return _ENDED[name]
    # A name that is not known may be anybody's: nobody is told to install that.
    if name not in _INSTALLED_AS:
        return f"if it is a file of yours, put {name}.py beside the program; if a library, install it where étude is"
    return f"python -m pip install {_INSTALLED_AS[name]}, in the environment that étude is in"
