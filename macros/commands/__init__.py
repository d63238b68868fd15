"""What a person runs: arguments in, exit status out, no rule of its own."""
