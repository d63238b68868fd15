"""From files to the model, and every mistake at once by file and line. Only `commands` and the hooks use it."""
