"""cannot import name 'open' from 'wave': it comes with Python, and on another machine the same line works."""
from pathlib import Path

import numpy as np

# In the folder lies a file with the heights of the waves of some days, which another script imports.
Path("wave.py").write_text("heights = [0.4, 1.1, 0.8, 2.0]\n")

from wave import open as open_sound  # diagnosis: file_named_like_library

sound = open_sound("surf.wav", "wb")
sound.setparams((1, 2, 8000, 0, "NONE", ""))
sound.writeframes((np.sin(np.arange(800) / 9) * 9000).astype("int16").tobytes())
sound.close()
