"""Readouts side by side: two coded reports go in, rows come out whose cells agree, differ, or stand in one alone."""
