"""One SQLite file that keeps sources, versions, findings, decisions and notes."""
