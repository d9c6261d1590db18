"""Two copies side by side: what differs, which reading is right, which copy stays."""
