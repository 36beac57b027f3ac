"""The records that every part of étude exchanges: frozen, versioned, standard library only."""
