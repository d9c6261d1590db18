"""Cleaned text, its ledger and reports, written whole or not at all."""
