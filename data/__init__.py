"""What the data is: deliveries, the checks they must pass, and the releases they become. Knows nobody above it."""
