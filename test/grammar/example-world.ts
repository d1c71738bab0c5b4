import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOutline } from '../../grammar/outline.ts';
import { loadContract, loadSimulation } from '../../src/workspace/load.ts';

/** What the examples of the manual may take for granted, unless they declare it themselves. */
const WORLD = [
  `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
  currency   EUR
}`,
  `facts {
  impact         one of all, many, some
  users          number
  named_contact  yes or no
  described      yes or no
}`,
  `severities {
  P1  critical  "nobody can work"  when impact = all
  P2  low       "all else"         otherwise
}`,
  `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}`,
  `plan Basic {
  targets {
        respond       | resolve
    P1  1 h in Office | 8 h in Office
    P2  4 h in Office | best effort
  }
  price   EUR 5 per user per month, billed monthly
  option  "Technical account manager" EUR 90 per server per month, billed monthly
}`,
] as const;

const REGIONS = `regions by site {
  EMEA  zone Europe/London     holidays none
  ANZ   zone Australia/Sydney  holidays none
}`;

const STATES = `state "waiting for customer" "the ball is with the customer"

rule "partly restored" on restored partly then lower P1 to P2, if customer agrees, silence refuses`;

/** What the examples import. */
const SHARED = `calendar Shared {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
`;

/** What simulations take their tickets and times from. */
const DATA = {
  'times.csv': 'minutes,effort\n10,0.5\n25,1\n',
  'tickets.csv':
    'id,opened,severity,minutes\n1,2026-03-02 09:00,P1,10\n2,2026-03-10 11:30,P2,\n3,2026-03-20 10:00,P2,25\n',
  'tickets.map.json': JSON.stringify({
    log: { format: 'csv' },
    times: { format: 'yyyy-mm-dd HH:MM', zone: 'Europe/Berlin' },
    ticket: 'id',
    opened: { column: 'opened' },
    stops: {},
    severity: { column: 'severity', take: 'last' },
  }),
};

/** The errors in an example, with what it takes for granted around it; a simulation is checked with its contract. */
export async function errorsIn(example: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'surety-example-'));
  try {
    const isSimulation = declarationsIn(example).has('simulation');
    const file = join(folder, 'desk.plan');
    await writeFile(file, isSimulation ? `${contractAround('')}\n\n${STATES}` : contractAround(example));
    await mkdir(join(folder, 'shared'));
    await writeFile(join(folder, 'shared', 'calendars.plan'), SHARED);
    await writeFile(join(folder, 'closures.jsonl'), '');
    for (const [name, text] of Object.entries(DATA)) await writeFile(join(folder, name), text);
    const simulation = join(folder, 'desk.sim');
    if (isSimulation) await writeFile(simulation, example);
    const { diagnostics } = await (isSimulation ? loadSimulation(simulation) : loadContract(file));
    return diagnostics
      .filter(({ level }) => level === 'error')
      .map(({ code, message }) => `${code}: ${message}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function contractAround(example: string): string {
  const own = declarationsIn(example);
  const world = /\b(?:EMEA|ANZ)\b/.test(example) ? [...WORLD, REGIONS] : WORLD;
  const rest = world.filter((text) => [...declarationsIn(text)].every((name) => !own.has(name)));
  return [...rest, example].join('\n\n');
}

/** What a text declares: `severities`, `calendar Office`. */
function declarationsIn(text: string): ReadonlySet<string> {
  return new Set(
    readOutline(text).entries.map(({ head }) => {
      const [kind = '', name = ''] = head.map(({ image }) => image);
      return ['plan', 'calendar', 'clock', 'holidays'].includes(kind) ? `${kind} ${name}` : kind;
    }),
  );
}
