"""Raw values of any source → values of the model, cleaned and under limits. Knows no format."""
