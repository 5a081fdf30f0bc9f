"""Recurring bodies across reports: namings of a body go in, one ledger of its sessions comes out."""
