/** The queue M/M/10 at 0.9 in simjs, whose package is a script for a browser's window. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const file = new URL('../peers/node_modules/simjs/sim.js', import.meta.url);

/** Works so many customers; gives their mean time in the system, in units of time. */
export function simulateQueue(customers) {
  const window = {};
  vm.runInThisContext(`(function (window) { ${readFileSync(file, 'utf8')}\n})`)(window);
  const { Sim, Entity, Facility, Random } = window.Sim;
  const random = new Random(1);
  const desk = new Facility('desk', Facility.FCFS, 10);
  let left = customers;
  let stayed = 0;
  class Arrivals extends Entity {
    start() {
      this.arrive();
    }
    arrive() {
      if (left === 0) return;
      left -= 1;
      const came = this.time();
      this.useFacility(desk, random.exponential(1 / 9)).done(() => (stayed += this.time() - came));
      this.setTimer(random.exponential(1)).done(this.arrive);
    }
  }
  const sim = new Sim();
  sim.addEntity(Arrivals);
  sim.simulate(Number.MAX_VALUE, Number.MAX_SAFE_INTEGER);
  return stayed / customers;
}
