/** What a mapping tells of a ticket beside its names: facts of the contract, and zone and holidays of its customer. */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { lower } from '../../../src/plan/lower.ts';
import { readHistory } from '../../../src/simulate/history/read-history.ts';
import { replayHistory } from '../../../src/simulate/history/replay-history.ts';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { RUNTIME_ZONES } from '../../../src/workspace/runtime-zones.ts';
import { checkText } from '../../check/findings.ts';
import { exampleMapping } from './example-mapping.ts';

const HEAD = `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
}
severities {
  S1  "nobody can work"
  S2  "somebody cannot"
}
clock respond { starts on opened; stops on reply; pauses never }
`;

const BY_CUSTOMER = `${HEAD}
holidays Shrine {
  source  "the shrine"
  covers  2026..2026
  2026-06-16 "its day"
}
calendar Theirs {
  zone      of customer
  open      Mon..Fri 09:00-17:00
  holidays  of customer
}
plan Basic {
  targets {
        respond
    S1  2 h in Theirs
    S2  8 h in Theirs
  }
}
`;

const BY_FACT = `${HEAD}
facts {
  language  one of German, English
  vip       yes or no
}
plan Basic {
  targets {
        respond
    S1  1 h
    S2  4 h
  }
  targets for language German {
        respond
    S1  30 min
  }
  targets for vip {
        respond
    S2  2 h
  }
}
`;

const STOPS = { respond: { column: 'answered', absent: 'still running' } };

async function replay(contract: string, rows: string, changes: object) {
  const { contract: checked, findings } = checkText(contract);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const mapping = exampleMapping({
    times: { format: 'iso', zone: 'UTC' },
    eventTime: undefined,
    stops: STOPS,
    region: undefined,
    severity: { column: 'priority', take: 'last' },
    ...changes,
  });
  const read = await readHistory([rows], mapping);
  if (read.kind === 'failure') throw new Error(read.failure.message);
  const engine = loadPlan(lower(checked), RUNTIME_ZONES);
  const replayed = replayHistory({ history: read.history, engine, plans: [], log: 'log' });
  if (replayed.kind === 'problems') throw new Error(JSON.stringify(replayed.problems));
  const { tickets, plans, source, notes } = replayed.outcome;
  const metric = plans[0]?.metrics[0];
  return {
    judged: Array.from({ length: tickets.count }, (_, row) => [
      tickets.id(row),
      new Date(metric?.due[row] ?? NaN).toISOString().slice(0, 16),
      STATUSES[metric?.status[row] ?? -1],
    ]),
    unusable:
      source.kind === 'replay' ? source.unusable.map(({ reason, examples }) => [reason, ...examples]) : [],
    notes,
  };
}

test('facts are read where the contract has several plans', async () => {
  const rows = [
    'id,opened,answered,priority,language',
    'A,2026-06-15T07:00Z,2026-06-15T07:45Z,S1,German',
    'B,2026-06-15T07:00Z,2026-06-15T07:45Z,S1,English',
    'C,2026-06-15T07:00Z,2026-06-15T07:45Z,S1,Klingon',
  ].join('\n');
  const { judged, unusable } = await replay(
    `${BY_FACT.replace('for vip', 'for language English')}plan Other extends Basic {}\n`,
    `${rows}\n`,
    {
      facts: { language: { column: 'language', take: 'last' } },
    },
  );
  expect(judged.map(([id, , status]) => [id, status])).toEqual([
    ['A', 'missed'],
    ['B', 'met'],
  ]);
  expect(unusable).toEqual([
    ['a value of the fact `language` that the contract does not have', 'C (Klingon)'],
  ]);
});

describe('the customer of a ticket', () => {
  // Monday 15 June 2026, 07:00 UTC: nine in Berlin, four in the afternoon in Tokyo.
  const rows = [
    'id,opened,answered,priority,site,off',
    'A,2026-06-15T07:00Z,2026-06-15T09:00Z,S1,Berlin,',
    'B,2026-06-15T07:00Z,2026-06-16T01:00Z,S1,Osaka,none',
    'C,2026-06-15T07:00Z,2026-06-17T01:00:01Z,S1,Osaka,Shrine',
    'D,2026-06-15T07:00Z,,S1,,none',
    'E,2026-06-15T07:00Z,,S1,Atlantis,none',
    'F,2026-06-15T07:00Z,,S1,Moon,none',
    'G,2026-06-15T07:00Z,,S1,Osaka,Carnival',
  ].join('\n');
  const customer = {
    zone: {
      column: 'site',
      take: 'last',
      values: { Berlin: 'Europe/Berlin', Osaka: 'Asia/Tokyo', Moon: 'Moon/Tranquility' },
    },
    holidays: { column: 'off', take: 'last', absent: 'none' },
  };

  test('gives each ticket the hours and holidays of its own customer', async () => {
    const { judged, unusable } = await replay(BY_CUSTOMER, `${rows}\n`, { customer });
    expect(judged).toEqual([
      ['A', '2026-06-15T09:00', 'met'],
      // One hour on Monday until five in Tokyo, one on Tuesday from nine.
      ['B', '2026-06-16T01:00', 'met'],
      // Tuesday is a day of the shrine.
      ['C', '2026-06-17T01:00', 'missed'],
    ]);
    expect(Object.fromEntries(unusable.map(([reason, ...who]) => [who.join(), reason]))).toEqual({
      D: "a promise that depends on the customer's zone, which the log does not say",
      'E (Atlantis)': 'a value of `site` that the mapping does not know',
      F: 'the zone `Moon/Tranquility` of the customer is none that is known: a zone is written as Asia/Tokyo or +09:00',
      G: 'the holidays `Carnival` of the customer are not known',
    });
  });

  test('may be the same for the whole log, which the notes say', async () => {
    const { judged, notes } = await replay(BY_CUSTOMER, `${rows}\n`, {
      customer: { zone: { constant: 'Asia/Tokyo' }, holidays: { constant: 'Shrine' } },
    });
    expect(judged.map(([, due]) => due)).toEqual(Array.from({ length: 7 }, () => '2026-06-17T01:00'));
    expect(notes).toContain('The zone of the customer: every ticket is taken for `Asia/Tokyo`.');
  });
});

describe('facts of a ticket', () => {
  const rows = [
    'id,opened,answered,priority,tongue,gold',
    'A,2026-06-15T07:00Z,2026-06-15T07:30:01Z,S1,de,no',
    'B,2026-06-15T07:00Z,2026-06-15T07:30:01Z,S1,en,no',
    'C,2026-06-15T07:00Z,2026-06-15T09:00Z,S2,en,true',
    'D,2026-06-15T07:00Z,2026-06-15T09:00Z,S2,en,maybe',
    'E,2026-06-15T07:00Z,2026-06-15T09:00Z,S1,,no',
  ].join('\n');
  const facts = {
    language: { column: 'tongue', take: 'last', values: { de: 'German', en: 'English' } },
    vip: { column: 'gold', take: 'last' },
  };

  test('choose the promise, and what is none of their values is reported', async () => {
    const { judged, unusable } = await replay(BY_FACT, `${rows}\n`, { facts });
    expect(judged).toEqual([
      ['A', '2026-06-15T07:30', 'missed'],
      ['B', '2026-06-15T08:00', 'met'],
      ['C', '2026-06-15T09:00', 'met'],
    ]);
    expect(unusable).toEqual([
      ['a promise that depends on `language`, which the log does not say', 'E'],
      ['a value of the fact `vip` that the contract does not have', 'D (maybe)'],
    ]);
  });

  test('of which the contract does not speak change nothing', async () => {
    const { judged } = await replay(BY_FACT.replace(/\s+targets for vip[^}]*\}/, ''), `${rows}\n`, {
      facts: { ...facts, shoeSize: { constant: '42' } },
    });
    expect(judged.map(([id]) => id)).toEqual(['A', 'B', 'C']);
  });
});
