import { describe, expect, test } from 'vitest';
import { admissionOf, limitReached } from '../../../src/engine/entitlement/admission.ts';
import { loaded } from '../money/credited.ts';
import { facts, KEY, SEVERE } from './ledgered.ts';

type Said = Readonly<Record<string, string | number | boolean>>;

function admitted(clauses: string, said: Said = {}, unmet: readonly string[] = [], key = KEY) {
  return admissionOf(loaded(clauses).plan, key, facts(said), new Set(unmet));
}

/** `refused: not eligible "only named contacts", line 11`, and what is missing. */
function brief(...args: Parameters<typeof admitted>): string {
  const { outcome, reasons, missing } = admitted(...args);
  const why = reasons.map(({ kind, words, outcome: each, origin }) => {
    return `${kind} "${words}" ${each} ${origin?.line ?? ''}`.trim();
  });
  return [outcome, ...why, ...missing.map((fact) => `? ${fact}`)].join('; ');
}

describe('a ticket', () => {
  test('is admitted where nothing is against it', () => {
    expect(brief('')).toBe('admitted');
    expect(admitted('')).toEqual({ outcome: 'admitted', reasons: [], missing: [] });
  });

  test('is refused where somebody asks who may not', () => {
    const clause = 'eligible when not lapsed else refuse "renew first"';
    expect(brief(clause, { lapsed: true })).toBe('refused; not eligible "renew first" refused 11');
    expect(brief(clause, { lapsed: false })).toBe('admitted');
    expect(brief(clause)).toBe('admitted; ? lapsed');
  });

  test('is refused by an exclusion that names its case, or its tickets', () => {
    const byCase = 'exclude "old estates" when lapsed';
    expect(brief(byCase, { lapsed: true })).toBe('refused; excluded "old estates" refused 11');
    expect(brief(byCase, { lapsed: false })).toBe('admitted');
    expect(brief(byCase)).toBe('admitted; ? lapsed');
    const bySeverity = 'exclude "outages" for P1';
    expect(brief(bySeverity, {}, [], SEVERE)).toBe('refused; excluded "outages" refused 11');
    expect(brief(bySeverity)).toBe('admitted');
    const both = 'exclude "outages" for P1 when lapsed';
    expect(brief(both, { lapsed: true })).toBe('admitted');
    expect(brief(both, { lapsed: true }, [], SEVERE)).toContain('refused');
    expect(brief(both, { lapsed: false }, [], SEVERE)).toBe('admitted');
  });

  test('is refused by an exclusion for a kind of ticket, however that is told', () => {
    const { plan } = loaded('exclude "outages" for P1');
    const [provision] = plan.provisions;
    if (provision === undefined) throw new Error('there is no provision');
    const any = { ...provision.when, severities: null };
    const outcome = (when: Partial<typeof any>, key: Partial<typeof KEY>) =>
      admissionOf(
        { ...plan, provisions: [{ ...provision, when: { ...any, ...when } }] },
        { ...KEY, ...key },
        () => undefined,
      ).outcome;
    expect(outcome({ regions: [0] }, { region: 0 })).toBe('refused');
    expect(outcome({ channels: [0] }, { channel: 0 })).toBe('refused');
    expect(outcome({ types: [0] }, { type: 0 })).toBe('refused');
    expect(outcome({ facts: [{ fact: 0, words: [1] }] }, { facts: [1] })).toBe('refused');
    expect(outcome({ types: [0] }, { type: 1 })).toBe('admitted');
    expect(outcome({}, {})).toBe('admitted');
  });

  test('is not refused by words alone, nor by what is included or advised', () => {
    expect(brief('exclude "planned events"')).toBe('admitted');
    expect(brief('include "patches" when lapsed', { lapsed: true })).toBe('admitted');
    expect(brief('advice "call" when lapsed', { lapsed: true }, ['call'])).toBe('admitted');
  });

  test.each([
    ['refused', 'refused'],
    ['best effort', 'best effort'],
    ['no promise', 'no promise'],
    ['clock pauses', 'clock pauses'],
  ])('without what is required has what follows from it: %s', (words, outcome) => {
    const clause = `requires "logs" else ${words}`;
    expect(brief(clause, {}, ['logs'])).toBe(`${outcome}; requirement not met "logs" ${outcome} 11`);
    expect(brief(clause, {}, ['a contact'])).toBe('admitted');
    expect(brief(clause)).toBe('admitted');
  });

  test('needs what is required in the case that is said alone', () => {
    const clause = 'requires "logs" when lapsed else refused';
    expect(brief(clause, { lapsed: true }, ['logs'])).toContain('requirement not met');
    expect(brief(clause, { lapsed: false }, ['logs'])).toBe('admitted');
    expect(brief(clause, {}, ['logs'])).toBe('admitted; ? lapsed');
    expect(brief('requires "logs"', {}, ['logs'])).toBe('admitted');
    expect(brief('exclude "logs" when lapsed', { lapsed: false }, ['logs'])).toBe('admitted');
  });

  test('is not dealt with in a language that is not offered, where it says one', () => {
    const clauses = 'languages English, German';
    const { plan } = loaded(clauses);
    const outcome = (language: string | number | undefined) =>
      admissionOf(plan, KEY, (name) => (name === 'language' ? language : undefined));
    expect(outcome('French')).toEqual({
      outcome: 'refused',
      reasons: [
        {
          kind: 'language not offered',
          outcome: 'refused',
          words: 'support is given in English, German',
          origin: null,
        },
      ],
      missing: [],
    });
    expect(outcome('German').outcome).toBe('admitted');
    expect(outcome(undefined).outcome).toBe('admitted');
    expect(outcome(7).outcome).toBe('admitted');
    expect(admissionOf(loaded('').plan, KEY, () => 'French').outcome).toBe('admitted');
  });

  test('has the gravest of several reasons, and all of them in their order', () => {
    const clauses = `requires "a" else clock pauses
  requires "b" else best effort
  requires "c" else no promise
  requires "d" else refused
  eligible when not lapsed else refuse "renew first"`;
    const { outcome, reasons } = admitted(clauses, { lapsed: true }, ['a', 'b', 'c', 'd']);
    expect(outcome).toBe('refused');
    expect(reasons.map(({ words }) => words)).toEqual(['renew first', 'd', 'c', 'b', 'a']);
    expect(admitted(clauses, {}, ['a', 'b'])).toMatchObject({ outcome: 'best effort', missing: ['lapsed'] });
  });

  test('says each fact that it lacks once, by the alphabet', () => {
    const clauses = `exclude "old" when nodes > 3
  eligible when not lapsed else refuse "renew first"
  exclude "more" when nodes > 30`;
    expect(admitted(clauses).missing).toEqual(['lapsed', 'nodes']);
    const other = `eligible when nodes > 3 else refuse "too small"
  exclude "old" when lapsed`;
    expect(admitted(other).missing).toEqual(['lapsed', 'nodes']);
  });
});

describe('a standing limit', () => {
  const clauses = 'contacts 3 "named persons"';
  const reached = (count: number, of = clauses, key = KEY, thing = 'contacts') =>
    limitReached(loaded(of).plan, key, thing, count);

  test('is reached by one more than it allows', () => {
    expect(reached(3)).toBeNull();
    expect(reached(4)).toMatchObject({
      thing: 'contacts',
      most: 3,
      words: 'named persons',
      origin: { line: 11 },
    });
  });

  test('is of its own thing, and no quota of a period', () => {
    expect(reached(9, clauses, KEY, 'environments')).toBeNull();
    const incidents = 'incidents 3 per month, over billed, used when opened, one incident per ticket';
    expect(reached(9, incidents, KEY, 'incidents')).toBeNull();
    const monthly = 'contacts 3 per month, over billed';
    expect(loaded(monthly).plan.quotas).toMatchObject([{ amount: 3, usedWhen: null }]);
    expect(reached(9, monthly)).toBeNull();
    const prepaid = 'incidents prepaid, over billed, used when opened, one incident per ticket';
    expect(reached(9, prepaid, KEY, 'incidents')).toBeNull();
    const bought = loaded(clauses).plan;
    const open = { ...bought, quotas: bought.quotas.map((quota) => ({ ...quota, amount: null })) };
    expect(limitReached(open, KEY, 'contacts', 9)).toBeNull();
    const counted = {
      ...bought,
      quotas: bought.quotas.map((quota) => ({ ...quota, usedWhen: 'opened' as const })),
    };
    expect(limitReached(counted, KEY, 'contacts', 9)).toBeNull();
  });

  test('is that of the line that speaks of the ticket most narrowly, wherever it stands', () => {
    const lines = ['contacts 3 "persons"', 'contacts 5 "persons" for P1'];
    for (const said of [lines, lines.toReversed()].map((each) => each.join('\n  '))) {
      expect(reached(4, said)?.most).toBe(3);
      expect(reached(4, said, SEVERE)).toBeNull();
      expect(reached(6, said, SEVERE)?.most).toBe(5);
    }
    expect(reached(9, 'contacts 5 "persons" for P1')).toBeNull();
  });
});
