"""Words that announce acts: frames and sessions are matched, and their slots filled, until candidates stand."""
