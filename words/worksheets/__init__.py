"""A member's worksheet as a Word or Excel file: laid out to be filled in, and read when it comes back."""
