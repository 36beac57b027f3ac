"""What a learner must be able to do: the curriculum, of which every exercise practises a part.

A constant of the domain rather than a file that is read: exercises, diagnoses, reports and exams
all speak in these ids, so every layer must be able to look one up, and none may have another list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Attributes:
    id: such as "image-2"; section: heading under which it is shown.
    prerequisites: ids of the skills that are met before it.
    """

    id: str
    section: str
    title: str
    prerequisites: Sequence[str] = ()


# Section, then one line per skill: id, what it needs (joined by commas, "-" for nothing), title.
_SECTIONS = {
    "Working with TensorFlow": """
        dev-1 - write a TensorFlow program in an editor and run it
        dev-2 dev-1 find the function or layer for a purpose and read its reference
        dev-3 model-1 read an error or a bad curve, find the cause and mend it
        dev-4 model-2 keep a model no larger than the problem needs
        dev-5 model-1 save a model and see what the file weighs
        dev-6 model-2 carry code from Keras 2 over to Keras 3
        dev-7 model-1 make a run repeatable: seeds and determinism
    """,
    "Building and training models": """
        model-1 dev-1 build, compile and train a first model, for a number
        model-2 model-1 stack layers in a Sequential model
        model-3 model-2 functional models: branches, several inputs and outputs, shared layers
        model-4 model-3 layers and models as classes, which save and load
        model-5 model-1 decide between two classes
        model-6 model-1 decide between many classes
        model-7 model-1 make the shapes of data, input and output agree; read a summary
        model-8 model-1 choose the loss for a target and its output activation
        model-9 model-1 choose an optimizer, its settings and a schedule of its rate
        model-10 model-1 read curves of loss and metrics; see over- and underfitting
        model-11 model-10 work against overfitting
        model-12 model-10 callbacks: stop early, keep the best, lower the rate, log
        model-13 model-1 turn predictions into decisions: thresholds and argmax
        model-14 image-1 transfer learning: extract features, freeze, fine-tune
        model-15 model-5,model-13 classes of unequal size: weights, resampling, the right metric
    """,
    "Images": """
        image-1 model-2 convolution and pooling, and what they are good for
        image-2 dev-1 pictures from class folders: labels, sizes, scaling, batches
        image-3 image-2 pictures of different sizes and colour modes
        image-4 image-2 augmentation that works in training only
        image-5 image-1,image-2 train a convolutional network on photographs to a quality
        image-6 image-5,model-13 look at what the network gets wrong
        image-7 image-2,image-4 move from ImageDataGenerator to tf.data and layers
    """,
    "Text": """
        text-1 dev-1 standardise, split and number words; the vocabulary from training text alone
        text-2 text-1 pad, cut and mask
        text-3 text-1,model-2 embeddings
        text-4 text-3,model-5 texts of two classes
        text-5 text-3,model-6 texts of many classes
        text-6 text-2,text-3 recurrent layers: LSTM, GRU, both ways, stacked
        text-7 text-3 convolution and attention on text
        text-8 text-6 write text with a recurrent model
        text-9 text-1,deploy-1 keep the preparation of text inside the exported model
    """,
    "Sequences and forecasting": """
        series-1 data-7 cut a series into windows and targets with tf.data
        series-2 series-1 split by time and scale by the training part
        series-3 - naive and seasonal baselines, MAE and MASE
        series-4 series-3 trailing and centred windows
        series-5 series-1,model-2 dense, convolutional and recurrent forecasters
        series-6 series-5 one or several series, one or several steps ahead
        series-7 series-1 shuffle windows, never the series
        series-8 series-5,model-9 change the learning rate while a forecaster trains
    """,
    "Data preparation": """
        data-1 dev-1 load from arrays, CSV, JSON, folders, TFRecord, generators, text and SQL
        data-2 data-1 clean: duplicates, outliers, wrong types, inconsistent labels
        data-3 dev-1 values that are missing
        data-4 dev-1 bring features to one scale with preprocessing layers
        data-5 dev-1 encode categories: one-hot, look-up, crosses, buckets
        data-6 dev-1 split without leaks: stratified, by group, by time
        data-7 dev-1 tf.data stages in the right order
        data-8 data-7 tf.data that is fast: parallel, cached, vectorised, measured
        data-9 data-7 ragged and nested elements of unequal length
    """,
    "Training beyond fit": """
        train-1 model-8,model-9 a training loop of one's own with GradientTape
        train-2 model-8 a loss, a metric and a layer of one's own, tested
        train-3 train-1,model-4 override train_step
        train-4 dev-1 tf.function: tracing, retracing, side effects
        train-5 model-10 gradients that vanish, explode, die or are no numbers
        train-6 model-9 mixed precision and XLA
        train-7 train-1 tf.distribute on several devices, if only virtual ones
        train-8 model-12 take up an interrupted run again
    """,
    "Saving and deployment": """
        deploy-1 model-1 what weights, .keras and SavedModel each keep
        deploy-2 deploy-1 load in a fresh process and predict the same
        deploy-3 deploy-2,model-4 objects of one's own that survive saving
        deploy-4 deploy-2 signatures: raw inputs in, decisions out
        deploy-5 deploy-2 convert to LiteRT and quantise within a bound of quality
        deploy-6 deploy-4 serve over HTTP and call it
        deploy-7 deploy-4 keep to budgets of size and latency
    """,
}


def _read(section: str, lines: str) -> list[Skill]:
    rows = [line.split(maxsplit=2) for line in lines.strip().splitlines()]
    return [
        Skill(id=name, section=section, title=title, prerequisites=_ids(needs))
        for name, needs, title in rows
    ]


def _ids(joined: str) -> tuple[str, ...]:
    return () if joined == "-" else tuple(joined.split(","))


SKILLS: Mapping[str, Skill] = {
    skill.id: skill for section, lines in _SECTIONS.items() for skill in _read(section, lines)
}

# Practised by every exercise that is to be mended, and so never what one of them is about.
_DEBUGGING = "dev-3"


def main_skill(skills: Sequence[str]) -> str:
    """The first of an exercise's skills that says what it is about."""
    return next((skill for skill in skills if skill != _DEBUGGING), skills[0])
