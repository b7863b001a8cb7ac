"""Letters: the letter of a body's answers as a Word document, and what is said about it in chat."""
