"""What the lists beside the text hold: item models, sorted and filtered by themselves."""
