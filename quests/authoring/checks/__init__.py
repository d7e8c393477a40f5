"""What is said of a draft before it is published: what keeps it from it, and what would make it better."""
