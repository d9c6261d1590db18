"""One module per family of damage: a Document goes in, Findings come out."""
