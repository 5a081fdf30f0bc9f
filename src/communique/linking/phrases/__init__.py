"""Formulas through time: namings of fixed phrases go in, their history and their rank on a ladder come out."""
