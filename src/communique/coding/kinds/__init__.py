"""The kinds of events, one file of words each: what they are, which words announce them, and who plays which role."""
