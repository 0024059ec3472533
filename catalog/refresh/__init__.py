"""Make a new catalogue from sources: fetch, read, build, verify, publish, and report."""
