"""The acts of diplomacy in a report: words that announce them, who takes part, how they stand, when and where."""
