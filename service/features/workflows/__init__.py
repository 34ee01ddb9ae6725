"""Workflows: documents, versions, remixes and file formats."""
