"""The text of a document as the editor sees it: the view, its marks, its margin and its map."""
