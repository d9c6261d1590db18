"""The panels beside the text: library, findings, repeats, notes. They show and tell, no more."""
