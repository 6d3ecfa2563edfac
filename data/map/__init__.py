"""The map as data: outlines of municipalities, regions and city regions, drawn here or from an operator's file."""
