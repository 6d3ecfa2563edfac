"""Deliveries as officers send them: four test schemas, and what must come of each file."""
