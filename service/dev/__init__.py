"""Development only: local servers, demo data and synthetic data sets; never in production."""
