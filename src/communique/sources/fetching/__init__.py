"""Reports behind addresses: an address goes in, what its server gives comes out, bounded, with good manners."""
