"""Countries and international organisations: their names in a report, and whose voice the report is."""
