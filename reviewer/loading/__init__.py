"""Bytes of a file become a Document: charset, newlines, hash, typed errors."""
