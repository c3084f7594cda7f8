"""Values: properties and comparisons, with their subject, attribute and baseline."""
