"""What the project takes from others: known vulnerabilities, licences, a list for programs."""
