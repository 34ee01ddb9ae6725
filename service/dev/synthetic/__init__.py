"""Synthetic data sets of up to a million projects for the bench."""
