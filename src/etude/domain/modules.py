"""The names of modules as programs write them."""

# How TensorFlow and Keras call their own modules inside.
_INSIDE = {"keras._tf_keras.keras": "tensorflow.keras", "tensorflow._api.v2": "tensorflow"}


def public(path: str) -> str:
    """Of a module, or of a name in one."""
    return renamed(path, _INSIDE)


def renamed(path: str, names: dict[str, str]) -> str:
    """With another beginning, where it begins with one of these modules."""
    for module, other in names.items():
        if path == module or path.startswith(f"{module}."):
            return other + path.removeprefix(module)
    return path
