"""Repeated passages: seeds, chains, passages, families, and where copies disagree."""
