import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { prepareSimulation, type PreparedSimulation } from '../../../src/simulate/prepare.ts';
import { simulateRun } from '../../../src/simulate/run.ts';
import { ticketStory } from '../../../src/simulate/story.ts';
import { formatInstantUtc } from '../../../src/time/iso-instant.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../../src/workspace/runtime-zones.ts';
import { call } from '../../cli/call.ts';

const simulationOf = (desk: string) => `simulation "Hours" {
  contract "billed.plan"
  plans    Team
  span     2026-06-01 .. 2026-07-31 in Europe/Berlin
  seed     3
  runs     2
  customer 90 users with "nights"
  arrivals "all" {
    zone Europe/Berlin
    rate 4 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 30%, P2 70%
  }
  work "answer" stops respond at end {
    otherwise fixed 4 h
  }
  work "repair" in 60% {
    otherwise exponential mean 3 h
  }
  desk {
    ${desk}
    takes by severity, then arrival
  }
}
`;

const folder = mkdtempSync(join(tmpdir(), 'surety-'));
/** Ten hours a month, twice outside office hours, EUR 120 for each beyond; EUR 250 a call of P1; EUR 50 a miss, at most 80. */
const BILLED = readFileSync(resolve('test/cli/fixtures/billed.plan'), 'utf8');
/** The contract as it was written last. */
const CONTRACT = join(folder, 'billed.plan');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function prepared(desk: string, over = 'billed'): Promise<PreparedSimulation> {
  writeFileSync(join(folder, 'billed.plan'), BILLED.replace('over billed', `over ${over}`));
  const file = join(folder, 'hours.sim');
  writeFileSync(file, simulationOf(desk));
  const loaded = await loadSimulation(file);
  if (loaded.simulation === null) throw new Error('it has mistakes');
  const engine = loadPlan(loaded.plan(), RUNTIME_ZONES);
  return prepareSimulation(loaded.simulation, engine.plan, engine);
}

interface Line {
  readonly period: string;
  readonly [name: string]: unknown;
}

describe('hours that are worked', { timeout: 60_000 }, () => {
  test.each([
    ['billed', 0, ['over quota', 'surcharge']],
    ['billed', 1, ['over quota', 'surcharge']],
    // A ticket beyond the quota loses its promise, and with it the credit for breaking it.
    ['best effort', 0, ['surcharge']],
  ])('are, when %s beyond the quota, what `track` says of the log of run %i', async (over, number, kinds) => {
    const simulation = await prepared('team "Line" 1 agents in 24x7', over);
    const run = simulateRun(simulation, number);
    const own = run.plans[0]?.costs.customer;
    const at = formatInstantUtc;
    const lines: object[] = [
      {
        customer: 'Acme',
        at: '2026-06-01T00:00+02:00',
        event: 'starts',
        plan: 'Team',
        users: 90,
        options: ['nights'],
      },
    ];
    let last = Date.parse('2026-08-01T00:00+02:00');
    for (let row = 0; row < run.tickets.count; row += 1) {
      const ticket = String(row).padStart(8, '0');
      const story = ticketStory(simulation, 0, `${number + 1}-${row + 1}`) ?? [];
      const severity = run.tickets.severity[row] === 0 ? 'P1' : 'P2';
      let begun = NaN;
      let end = NaN;
      for (const event of story) {
        end = event.at;
        if (event.kind === 'opened')
          lines.push({
            customer: 'Acme',
            ticket,
            at: at(event.at),
            event: 'opened',
            plan: 'Team',
            severity,
          });
        if (event.kind === 'begins') begun = event.at;
        if (event.kind !== 'ends') continue;
        lines.push({
          ticket,
          at: at(event.at),
          event: 'work ended',
          work: [{ from: at(begun), to: at(event.at) }],
        });
        if (event.step === 'answer') lines.push({ ticket, at: at(event.at), event: 'reply' });
      }
      // Every promise that was broken is claimed at once: four hours of office time after the opening.
      const due = run.plans[0]?.metrics[0]?.due[row] ?? NaN;
      const stopped = run.plans[0]?.metrics[0]?.stopped[row] ?? NaN;
      if (stopped > due) lines.push({ ticket, at: at(due), event: 'claimed' });
      lines.push({ ticket, at: at(end), event: 'closed' });
      last = Math.max(last, end);
    }
    const sorted = lines.toSorted((a, b) => ((a as { at: string }).at < (b as { at: string }).at ? -1 : 1));
    const { out, err } = await call(['track', CONTRACT, '--periods', '--at', at(last)], {
      stdin: sorted.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    expect(err).toBe('');
    const told = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
    const ofInvoices = told
      .filter(({ period }) => period === 'invoice')
      .flatMap(
        ({ lines: each }) => each as readonly { kind: string; ticket: string | null; amount: string }[],
      );
    const cents = (of: readonly { amount: string }[]) =>
      of.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
    const charged = ofInvoices.filter(
      ({ kind, ticket }) =>
        kind === 'over quota' || kind === 'work' || (kind === 'surcharge' && ticket !== null),
    );
    expect(new Set(charged.map(({ kind }) => kind))).toEqual(new Set(kinds));
    const fromFraction = (text: string) => {
      const [above = '0', below = '1'] = text.split('/');
      return Number(above) / Number(below);
    };
    expect(Math.round(fromFraction(own?.charged[0]?.amount ?? '0') * 100)).toBe(cents(charged));
    expect(Math.round(fromFraction(own?.credited[0]?.amount ?? '0') * 100)).toBe(
      0 - cents(ofInvoices.filter(({ kind }) => kind === 'credit')),
    );
    const quotas = told.filter(({ period, from }) => period === 'quota' && String(from) < '2026-07-31T22');
    expect(quotas.length).toBe(2);
    own?.quotas[0]?.periods.forEach(({ used, over }, i) => {
      expect(fromFraction(used)).toBeCloseTo(fromFraction(String(quotas[i]?.['used'])), 9);
      expect(fromFraction(over)).toBeCloseTo(fromFraction(String(quotas[i]?.['over'])), 9);
    });
    expect(own?.quotas[0]?.periods.length).toBe(2);
  });

  test('are those of the shift alone where an agent goes on the next day, and all of them where he stays', async () => {
    const hoursUnder = async (closing: string): Promise<number> => {
      const own = await prepared(`team "Line" 3 agents in Office\n    closing ${closing}`);
      const costs = simulateRun(own, 0).plans[0]?.costs.customer;
      return (costs?.quotas[0]?.periods ?? []).reduce((sum, { used, over }) => {
        const number = (text: string) =>
          text.split('/').reduce((above, below, i) => (i === 0 ? Number(below) : above / Number(below)), 0);
        return sum + number(used) + number(over);
      }, 0);
    };
    const resumed = await hoursUnder('resume');
    const stayed = await hoursUnder('finish');
    // The same work; what of it lies behind five o'clock counts twice.
    expect(stayed).toBeGreaterThan(resumed);
    expect(stayed).toBeLessThan(2 * resumed);
  });
});
