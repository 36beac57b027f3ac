"""Settings of a sandbox that is ready in a moment: NumPy alone, and a task that is plain Python."""

from pathlib import Path

from etude.sandbox import SandboxSettings

LIGHT = SandboxSettings(
    perform="performing:perform",
    preload=("numpy",),
    import_paths=(str(Path(__file__).parent),),
)
