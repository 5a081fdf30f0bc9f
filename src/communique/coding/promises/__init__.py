"""What a report says is to come: words that announce it, who owes it, what kind it is, and when it is due."""
