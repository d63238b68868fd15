"""Found by Python at its start where this folder is on its path: lets a program run on a day in 2031."""

import time_machine

time_machine.travel("2031-07-01T12:00:00+00:00").start()
