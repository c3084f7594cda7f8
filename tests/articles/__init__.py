"""Tests of extractor.articles."""
