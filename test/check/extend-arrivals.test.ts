import { describe, expect, test } from 'vitest';
import { contractWith, loadBoth, RULES } from '../simulate/life/customer-world.ts';

const BASE = `zone       Europe/Berlin
    rate       20 per week
    hours {
      Mon..Fri 0 0 0 0 0 0 0 1 4 6 6 5 4 5 5 4 3 2 1 0 0 0 0 0
      Sat, Sun 0 0 0 0 0 0 0 0 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0
    }
    severities P1 10%, P2 90%
    growth     10% per year
    season     "end of quarter" 2026-03-25 .. 2026-03-27 at 120%
    works      in Office
    fact described yes 80%, no 20%
    raised     in 5% of P2 to P1 after exponential mean 1 h
    raised     in 5% of P3 to P2 after exponential mean 2 h
    lowered    in 5% of P1 to P2 after exponential mean 1 h`;
const EVENT = `event "release" {
      from   2026-03-26 to 2026-03-27
      brings 40 tickets
    }`;

async function checked(streams: string) {
  const { simulation, diagnostics } = await loadBoth(
    contractWith(RULES),
    `simulation "A week" {
  contract "desk.plan"
  plans    Basic
  span     2026-03-23 .. 2026-04-01 in Europe/Berlin
  seed     1
  ${streams}
  work "look" stops respond at end {
    otherwise fixed 10 min
  }
  misjudged P3 as P1 in 20%
  desk {
    team  "Line" 2 agents in Office
    takes by arrival
  }
}
`,
  );
  const errors = diagnostics.filter(({ level }) => level === 'error').map(({ code }) => code);
  const arrivals = (simulation?.arrivals ?? []).map(({ origin: _, ...stream }) => ({
    ...stream,
    events: stream.events.map(({ origin: __, ...event }) => event),
  }));
  return { errors, arrivals };
}

describe('arrivals that extend others', () => {
  test('are those with the lines of their own block in place of the same of the other, and without its events', async () => {
    const short = await checked(`arrivals "Europe" {
    ${BASE}
    ${EVENT}
  }
  arrivals "Asia" extends "Europe" {
    zone       Asia/Tokyo
    pattern    even
    severities P1 50%, P3 50%
    decline    5% per year
    raised     in 9% of P2 to P1 after exponential mean 1 h
  }`);
    const long = await checked(`arrivals "Europe" {
    ${BASE}
    ${EVENT}
  }
  arrivals "Asia" {
    ${BASE.replace('Europe/Berlin', 'Asia/Tokyo')
      .replace(/hours \{[^}]*\}/, 'pattern even')
      .replace('P1 10%, P2 90%', 'P1 50%, P3 50%')
      .replace('growth     10%', 'decline 5%')
      .replace(/raised.*\n/, 'raised in 9% of P2 to P1 after exponential mean 1 h\n')
      .replace(/raised in 5%.*\n|raised {5}in 5%.*\n/, '')}
  }`);
    expect(long.errors).toEqual([]);
    expect(short).toEqual(long);
    expect(short.arrivals.map(({ zone, events }) => [zone, events.length])).toEqual([
      ['Europe/Berlin', 1],
      ['Asia/Tokyo', 0],
    ]);
  });

  test('may be extended in turn, and say nothing at all of their own', async () => {
    const { errors, arrivals } = await checked(`arrivals "Europe" {
    ${BASE}
  }
  arrivals "Asia" extends "Europe" {
    zone Asia/Tokyo
  }
  arrivals "More" extends "Asia" {
  }`);
    expect(errors).toEqual([]);
    expect(arrivals[2]).toEqual({ ...arrivals[1], name: 'More' });
  });

  test('are not looked at where the others have a mistake, which is said once', async () => {
    const { errors } = await checked(`arrivals "Europe" {
    ${BASE.replace('P1 10%', 'P9 10%')}
  }
  arrivals "Asia" extends "Europe" {
    zone Asia/Tokyo
  }
  arrivals "Others" extends "Africa" {
  }
  arrivals "More" extends "Others" {
  }`);
    expect(errors).toEqual(['simulation/unknown-stream', 'names/unknown']);
  });

  test('do not extend themselves', async () => {
    const { errors } = await checked(`arrivals "Asia" extends "Asia" {
    ${BASE}
  }`);
    expect(errors).toEqual(['simulation/unknown-stream']);
  });
});
