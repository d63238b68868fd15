"""Everything that people read: templates and what fills them, the pages that data makes, the menu, pictures, handbooks."""
