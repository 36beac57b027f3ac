"""The environment variables of a worker, and nothing of the user's own."""

import os
import site

from etude.sandbox.readable import package_holder
from etude.sandbox.settings import SandboxSettings


def worker_environment(settings: SandboxSettings) -> dict[str, str]:
    """A clean environment: no secrets of the user's, and TensorFlow quiet and reproducible."""
    imports = [str(package_holder()), *settings.import_paths]
    environment = {
        "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
        "LANG": "C.UTF-8",
        "HOME": "/tmp",
        "PYTHONPATH": os.pathsep.join(imports),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUNBUFFERED": "1",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        # Rounds differently from release to release.
        "TF_ENABLE_ONEDNN_OPTS": "0",
        # Otherwise a thread is started on import, and only one thread survives a fork.
        "OPENBLAS_NUM_THREADS": "1",
        # Halves the address space that TensorFlow's many threads reserve.
        "MALLOC_ARENA_MAX": "2",
        "KERAS_BACKEND": "tensorflow",
        # Nowhere: in a shared folder anybody could leave a keras.json for it.
        "KERAS_HOME": "/dev/null/keras",
        "MPLBACKEND": "agg",
    }
    if site.ENABLE_USER_SITE:
        environment["PYTHONUSERBASE"] = site.getuserbase()
    return environment
