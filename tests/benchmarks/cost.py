"""Run a command and print what it cost as JSON. A small process does so: the memory of whoever starts another counts as that one's."""

import json
import resource
import subprocess
import sys
from time import perf_counter

start = perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
wall = perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stdout.decode())
print(json.dumps({"cpu": round(used.ru_utime + used.ru_stime, 2), "wall": round(wall, 2), "memory": round(used.ru_maxrss / 1024)}))
