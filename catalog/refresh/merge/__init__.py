"""One truth from several sources: records of one place become one listing, each of whose fields
knows where it comes from; what may be one place is left to a person."""
