/** One zone, every change of its offset, and random calendars around each: the engine against the reference. */
import * as fc from 'fast-check';
import { readCalendar } from '../../src/reference/index.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { caseAround } from '../laws/calendar-arbitrary.ts';
import { type Answers, askBoth, noneOfEach, OPERATIONS, type Operation, WALK_MS } from '../laws/questions.ts';
import { randomFrom } from '../laws/random.ts';
import { findTransitions, type Transition } from './find-transitions.ts';
import { PACKED_UNTIL, packedTransitions } from './packed-transitions.ts';

export const FROM_YEAR = 1970;
export const TO_YEAR = 2040;

export interface Judging {
  readonly seed: number;
  /** Random calendars around each transition, and questions of each. */
  readonly calendars: number;
  readonly questions: number;
}

export interface ZoneVerdict {
  readonly zone: string;
  readonly transitions: number;
  readonly calendars: number;
  readonly agreed: number;
  readonly agreedOn: Readonly<Record<Operation, number>>;
  readonly givenUp: number;
  /** Transitions around which the reference cannot walk, since an offset has a part of a minute. */
  readonly unwalkable: readonly string[];
  readonly differences: readonly string[];
  /** Where the zone files as packed elsewhere have other changes; null where they do not have the zone. */
  readonly unlikePacked: readonly string[] | null;
}

/** All transitions of a zone, or those that `isAsked` takes. */
export function judgeZone(
  zone: string,
  judging: Judging,
  isAsked: (transition: Transition) => boolean = () => true,
): ZoneVerdict {
  const transitions = findTransitions(zone, FROM_YEAR, TO_YEAR);
  const differences = [...tableDifferences(zone, transitions)];
  const unwalkable: string[] = [];
  const agreedOn = noneOfEach();
  let [calendars, agreed, givenUp] = [0, 0, 0];
  for (const transition of transitions.filter(isAsked)) {
    if (transition.before % 60 !== 0 || transition.after % 60 !== 0) {
      unwalkable.push(`${zone} ${utc(transition.second)}`);
      continue;
    }
    for (let i = 0; i < judging.calendars; i += 1) {
      const answers = judgeOne(
        zone,
        transition.second,
        seedOf(judging.seed, zone, transition.second, i),
        judging,
      );
      calendars += 1;
      agreed += answers.agreed;
      for (const op of OPERATIONS) agreedOn[op] += answers.agreedOn[op];
      givenUp += answers.givenUp;
      differences.push(...answers.differences);
    }
  }
  return {
    zone,
    transitions: transitions.length,
    calendars,
    agreed,
    agreedOn,
    givenUp,
    unwalkable,
    differences,
    unlikePacked: unlikePacked(zone, transitions),
  };
}

function judgeOne(
  zone: string,
  second: number,
  seed: number,
  { questions }: Judging,
): Omit<Answers, 'differences'> & { readonly differences: readonly string[] } {
  const focus = second * 1000;
  const [given] = fc.sample(caseAround(zone, focus), { numRuns: 1, seed });
  if (given === undefined) throw new Error('no case was drawn');
  const where = `${zone} around ${utc(second)}, case ${seed}`;
  try {
    const calendar = engineOf(given.contract, given.ticket).calendar(0);
    const reference = readCalendar(given.contract, 'C', given.ticket, WALK_MS);
    const answers = askBoth(calendar, reference, { focus, walkMs: WALK_MS }, randomFrom(seed), questions);
    const differences = answers.differences.map(
      ({ question, engine, reference: slow }) =>
        `${where}: ${question}: the engine answers ${engine}, the reference ${slow}`,
    );
    return { ...answers, differences };
  } catch (error) {
    return { agreed: 0, agreedOn: noneOfEach(), givenUp: 0, differences: [`${where}: ${String(error)}`] };
  }
}

/** The table that the sources look up, against the changes found here. */
function tableDifferences(zone: string, transitions: readonly Transition[]): readonly string[] {
  const table = lookUpZone(zone, FROM_YEAR, TO_YEAR);
  const looked = table.transitions.map((second, i) =>
    written(second, table.offsets[i], table.offsets[i + 1]),
  );
  const found = transitions.map(({ second, before, after }) => written(second, before, after));
  return [
    ...found.filter((each) => !looked.includes(each)).map((each) => `${zone}: the table lacks ${each}`),
    ...looked.filter((each) => !found.includes(each)).map((each) => `${zone}: the table alone has ${each}`),
  ];
}

/** Not ours to be right about: the files may be of another version than this runtime's data. */
function unlikePacked(zone: string, transitions: readonly Transition[]): readonly string[] | null {
  const packed = packedTransitions(zone)?.map(({ second, before, after }) => written(second, before, after));
  if (packed === undefined) return null;
  const found = transitions
    .filter(({ second }) => second < PACKED_UNTIL)
    .map(({ second, before, after }) => written(second, before, after));
  return [
    ...found.filter((each) => !packed.includes(each)),
    ...packed.filter((each) => !found.includes(each)),
  ].sort();
}

function written(second: number, before: number | undefined, after: number | undefined): string {
  return `${utc(second)} from ${before} to ${after} s`;
}

function utc(second: number): string {
  return new Date(second * 1000).toISOString();
}

/** Source: FNV-1a. Each case has a seed of its own, so one can be drawn again without the others. */
function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join(' '))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
