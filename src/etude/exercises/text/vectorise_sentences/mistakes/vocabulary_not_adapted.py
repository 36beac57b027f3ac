"""The layer is used without having learned a word."""

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

    vectorize = layers.TextVectorization(  # diagnosis: vocabulary_not_adapted
        max_tokens=words, output_sequence_length=length
    )

    return vectorize, vectorize(training_texts), vectorize(held_out_texts)  # (n, length) each


if __name__ == "__main__":
    sentences = ["The film is good.", "Is the film bad?", "The film!", "The end", "So bad"]
    vectorizer, training, held_out = prepare(sentences, 10, 4)
    print(vectorizer.get_vocabulary())
    print(training, held_out, sep="\n")
