"""Reviewer: desktop review of Chinese speech manuscripts. This package imports nothing."""

__version__ = "0.1.0"
