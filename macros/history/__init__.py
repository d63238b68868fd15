"""What was published, and what holds on a day. Nothing here opens a file or reads a clock.

A publication is one file that is written once: for each thing that an amendment concerned it holds what the thing says from
then on, the day from which it says so, and the digest of what it said before. The fold of all publications is a chain of
statements for each thing: two statements after the same one are two people who amended the same thing, and a statement
after one that nobody made is a lost file. What holds on a day is the statement with the latest start that is not after it.
"""
