"""One page for each skill, as files named after it; read with `etude explain`."""
