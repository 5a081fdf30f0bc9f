"""The people of a report: names, posts, organisations, groups, and whom each naming stands for."""
