"""The pages of étude: a server on the learner's own machine, its pages, its API."""
