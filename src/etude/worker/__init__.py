"""The only part of étude that imports TensorFlow: a warm process that forks a child per run."""
