"""Anything into documents: pages, plain text, feeds, PDFs, JSON lines, addresses."""
