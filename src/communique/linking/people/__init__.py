"""People across reports: names in any spelling go in, who is whom comes out, with the reasons."""
