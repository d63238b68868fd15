"""From the months of the framework to days."""
