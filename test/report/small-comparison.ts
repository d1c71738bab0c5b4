/** Eight tickets, one of them unusable, replayed against three plans of which one has a price and an attainment. */
import { loadPlan } from '../../src/engine/index.ts';
import type { CompiledPlan, PlanPlan } from '../../src/plan/model.ts';
import { readHistory } from '../../src/simulate/history/read-history.ts';
import { replayHistory } from '../../src/simulate/history/replay-history.ts';
import type { Outcome } from '../../src/simulate/outcome.ts';
import { exampleMapping } from '../simulate/history/example-mapping.ts';
import { mstPlan } from '../simulate/history/mst-plan.ts';

const ORIGIN = { file: 'mst.plan', line: 1, column: 1, path: [] };

const LOG = `id,at,opened,state,priority
A,1/2/2016 09:30,1/2/2016 09:00,Active,1
B,4/2/2016 09:00,1/2/2016 09:00,Active,1
C,1/2/2016 10:00,1/2/2016 09:00,Active,2
D,1/2/2016 12:00,1/2/2016 12:00,New,2
E,1/2/2016 12:00,1/2/2016 13:00,Active,3
F,9/2/2016 13:00,1/2/2016 13:00,Active,3
G,10/2/2016 09:00,10/2/2016 08:59,New,3
H,10/2/2016 08:00,10/2/2016 08:00,New,1
broken
`;

export async function smallComparison(): Promise<Outcome> {
  const read = await readHistory([LOG], exampleMapping());
  if (read.kind === 'failure') throw new Error(read.failure.message);
  const engine = loadPlan(pricedPlan());
  const result = replayHistory({ history: read.history, engine, plans: [], log: 'small.csv' });
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return result.outcome;
}

/** Standard with a price and a promised attainment; Premium offers S3 best effort. */
function pricedPlan(): CompiledPlan {
  const plan = mstPlan();
  const [standard, enhanced, premium] = plan.plans as [PlanPlan, PlanPlan, PlanPlan];
  const any = { severities: null, regions: null, channels: null, types: null, facts: [], opened: [] };
  return {
    ...plan,
    plans: [
      {
        ...standard,
        price: {
          kind: 'amount',
          amount: '1499.00',
          currency: 'EUR',
          per: 'month',
          anchor: 'calendar',
          billed: 'year',
          unit: null,
          bounds: [],
          factors: [],
          steps: [],
          prorated: null,
          tax: null,
          clause: '',
          origin: { file: 'desk.plan', line: 1, column: 1, path: [] },
        },
        attainment: [
          {
            aim: { kind: 'share', share: { numerator: 9, denominator: 10 }, within: null },
            otherwise: null,
            leastTickets: 0,
            except: [],
            each: 'all tickets',
            metric: 'respond',
            period: { unit: 'month', anchor: 'calendar' },
            population: 'closed',
            zone: 'Europe/London',
            when: any,
            origin: ORIGIN,
          },
        ],
      },
      enhanced,
      {
        ...premium,
        targets: premium.targets.map((target) =>
          target.when.severities?.includes(2) === true
            ? { ...target, promise: { kind: 'word', word: 'best effort' }, words: 'best effort' }
            : target,
        ),
      },
    ],
  };
}
