"""The use cases: import, analyse, review, export; with progress and cancel."""
