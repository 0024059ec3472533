"""The pieces that screens are made of; each one knows nothing of the visitor's session."""
