"""Doing the work of one process with several: the order and the results stay those of one."""
