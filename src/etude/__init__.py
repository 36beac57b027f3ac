"""étude: practise TensorFlow by writing it, and be told why when it is wrong."""

__version__ = "0.1.0"
