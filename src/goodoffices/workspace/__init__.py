"""Everything that touches the world: files, the case folder, drafting."""
