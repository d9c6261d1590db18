"""Putting a text on paper or into a PDF."""
