"""What is asked in the benchmark of the search, and what would be right."""
