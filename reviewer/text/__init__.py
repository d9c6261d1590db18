"""Ground floor: documents, spans, offset maps, the canonical stream, script, resources."""
