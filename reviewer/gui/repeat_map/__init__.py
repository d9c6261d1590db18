"""The map of repeats: documents by documents, and within one document."""
