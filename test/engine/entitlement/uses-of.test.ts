import { describe, expect, test } from 'vitest';
import { type Happening, usesOf } from '../../../src/engine/entitlement/uses-of.ts';
import { loaded } from '../money/credited.ts';
import { berlin, KEY, SEVERE, work } from './ledgered.ts';

const PIECE = work('06-18 10:00-11:00');

/** The names that a plan counts of a happening. */
function counted(clauses: string, event: string, more: Partial<Happening> = {}): readonly string[] {
  const happening: Happening = {
    event,
    activity: null,
    at: berlin('06-18 11:00'),
    ticket: 'A',
    cause: null,
    work: [],
    key: KEY,
    factOf: () => undefined,
    ...more,
  };
  return usesOf(loaded(clauses).plan, happening).map(({ name }) => name);
}

const worked = (clauses: string, activity: string | null, more: Partial<Happening> = {}) =>
  counted(clauses, 'work ended', { activity, work: [PIECE], ...more });

describe('a unit of a quota is used', () => {
  test.each([
    ['opened', 'opened'],
    ['answered', 'reply'],
    ['closed', 'closed'],
  ])('when %s: at the event %s, and at no other', (when, event) => {
    const clauses = `incidents 5 per month, over billed, used when ${when}, one incident per ticket`;
    const events = ['opened', 'reply', 'closed', 'work ended'];
    expect(events.filter((each) => counted(clauses, each).length > 0)).toEqual([event]);
    expect(counted(clauses, event)).toEqual(['incidents']);
  });

  test('by a ticket of which its line speaks', () => {
    const clauses = 'incidents 5 per month, over billed, used when opened, one incident per ticket for P1';
    expect(counted(clauses, 'opened')).toEqual([]);
    expect(counted(clauses, 'opened', { key: SEVERE })).toEqual(['incidents']);
  });

  test('once, though several lines speak of it, and never of a standing limit', () => {
    const line = 'incidents 5 per month, over billed, used when opened, one incident per ticket';
    expect(counted(`contacts 3 "persons"\n  ${line}\n  ${line} for P2`, 'opened')).toEqual(['incidents']);
  });

  test('of hours by work of any kind, or of the activity that they are for', () => {
    const hours = 'over billed, used when work ends, not rounded';
    expect(worked(`hours 5 per month, ${hours}`, null)).toEqual(['hours']);
    expect(worked(`hours 5 per month, ${hours}`, 'consult')).toEqual(['hours']);
    expect(worked(`hours 5 per month of consult, ${hours}`, 'consult')).toEqual(['hours']);
    expect(worked(`hours 5 per month of consult, ${hours}`, 'repair')).toEqual([]);
    expect(worked(`hours 5 per month of consult, ${hours}`, null)).toEqual([]);
  });

  test('of visits by a visit alone', () => {
    const visits = 'visits at most 4 per year, used when work ends';
    expect(worked(visits, 'visit')).toEqual(['visits']);
    expect(worked(visits, 'consult')).toEqual([]);
    expect(worked(visits, null)).toEqual([]);
  });

  test('of anything else by any work', () => {
    const incidents = 'incidents 5 per month, over billed, used when work ends, one incident per ticket';
    expect(worked(incidents, 'consult')).toEqual(['incidents']);
  });

  test('of anything else by work of its own activity, where it is for one; what is no work has none', () => {
    const consult = 'incidents 5 per month of consult, over billed, one incident per ticket';
    expect(worked(`${consult}, used when work ends`, 'consult')).toEqual(['incidents']);
    expect(worked(`${consult}, used when work ends`, 'repair')).toEqual([]);
    expect(worked(`${consult}, used when work ends`, null)).toEqual([]);
    expect(counted(`${consult}, used when opened`, 'opened')).toEqual(['incidents']);
  });

  test('by a charge instead, where one of the ticket draws on it', () => {
    const clauses = `incidents 5 per month, over billed, used when closed, one incident per ticket
  charge call 2 incidents, on reply for P1`;
    expect(counted(clauses, 'closed')).toEqual(['incidents']);
    expect(counted(clauses, 'closed', { key: SEVERE })).toEqual([]);
    expect(counted(clauses, 'reply', { key: SEVERE })).toEqual(['call']);
    // One in money draws on nothing.
    expect(counted(clauses.replace('2 incidents', 'EUR 30'), 'closed', { key: SEVERE })).toEqual([
      'incidents',
    ]);
  });
});

describe('a charge is made', () => {
  const clauses = `charge call EUR 30, on reply
  charge repair EUR 90 per 1 h, on closed
  charge look EUR 60 per 1 h, on "work ended"`;

  test('at its event, by time if there is work that it is for', () => {
    expect(counted(clauses, 'reply')).toEqual(['call']);
    expect(counted(clauses, 'closed')).toEqual([]);
    expect(counted(clauses, 'closed', { work: [PIECE] })).toEqual(['repair']);
    expect(counted(clauses, 'opened', { work: [PIECE] })).toEqual([]);
  });

  test('for work of its own name, or of which nothing says what it was', () => {
    expect(worked(clauses, 'look')).toEqual(['look']);
    expect(worked(clauses, null)).toEqual(['look']);
    expect(worked(clauses, 'repair')).toEqual([]);
  });

  test('with what happened as it happened', () => {
    const happening = { at: 5, ticket: 'A', cause: 'fire', work: [PIECE], key: KEY, factOf: () => 1 };
    expect(usesOf(loaded(clauses).plan, { ...happening, event: 'closed', activity: null })).toEqual([
      { ...happening, kind: 'use', name: 'repair' },
    ]);
  });
});
