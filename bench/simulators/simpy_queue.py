"""The queue M/M/10 at 0.9 in SimPy: prints the CPU seconds it took and the mean time in the system."""

import random
import sys
import time

import simpy

customers = int(sys.argv[1])
draw = random.Random(1)
stayed = 0.0


def customer(env, desk):
    global stayed
    came = env.now
    with desk.request() as request:
        yield request
        yield env.timeout(draw.expovariate(1 / 9))
    stayed += env.now - came


def arrivals(env, desk):
    for _ in range(customers):
        env.process(customer(env, desk))
        yield env.timeout(draw.expovariate(1))


env = simpy.Environment()
env.process(arrivals(env, simpy.Resource(env, capacity=10)))
before = time.process_time()
env.run()
print(time.process_time() - before, stayed / customers)
