"""Turns sentences into rows of numbers, with the words of the training sentences alone."""

from keras import layers


def prepare(texts, words, length):
    """The vectorizer, and the numbers of the training and of the held-out sentences.

    Args:
        texts: sentences; the first 80 % are for training, the others are held out.
        words: how many entries the vocabulary may have, padding and unknown word included.
        length: how many numbers each sentence becomes.
    """
    # TODO: split, make the vectorizer, let it learn its words, return it and both arrays.
    return None, None, None


if __name__ == "__main__":
    sentences = ["The film is good.", "Is the film bad?", "The film!", "The end", "So bad"]
    vectorizer, training, held_out = prepare(sentences, 10, 4)
    print(vectorizer.get_vocabulary())
    print(training, held_out, sep="\n")
