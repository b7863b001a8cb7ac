"""The sandbox stands in for the outside over real wire protocols; it knows nothing of the product."""
