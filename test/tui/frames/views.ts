import type { Key } from '../../../src/tui/input/decode-keys.ts';
import type { ReadyModel, TuiModel } from '../../../src/tui/model.ts';
import type { Size } from '../../../src/tui/painter/frame-diff.ts';
import type { TuiEvent } from '../../../src/tui/state/update.ts';
import { fixtureModel } from '../fixture.ts';

/** A screen of which a golden frame is kept. */
export interface View {
  readonly name: string;
  /** What is pressed from the overview on. */
  readonly keys: readonly Key[];
  /** What tells that it is there. */
  readonly shows: RegExp;
  /** The first row that each of them finds is kept with its colours. */
  readonly coloured: readonly RegExp[];
  /** Where it is another than the simulation that all share. */
  readonly model?: TuiModel;
  /** What happens before anything is pressed. */
  readonly events?: readonly TuiEvent[];
  /** Where they are others than the three. */
  readonly sizes?: readonly Size[];
}

const typed = (text: string): readonly Key[] => Array.from(text);
const times = (count: number, key: Key): readonly Key[] => Array.from({ length: count }, () => key);

/** To the tickets that the last plan missed, and to the first of them. */
const missedByLast = ['tab', 'tab', 'enter'] as const;
const missedTicket = [...missedByLast, 'enter'] as const;

const fixture = fixtureModel();
const replayed: ReadyModel = {
  ...fixture,
  outcome: {
    ...fixture.outcome,
    source: {
      kind: 'replay',
      log: 'incidents.csv',
      read: 200,
      used: 200,
      unusable: [],
      rows: { read: 200, unusable: [] },
    },
  },
  desk: () => null,
  happenings: (_, ticket) => [
    { at: fixture.outcome.tickets.opened[ticket] ?? NaN, kind: 'event', words: 'opened' },
  ],
};

function problem(doing: string, message: string, help: string | null): TuiEvent {
  return { kind: 'problem', problem: { doing, message, help } };
}

/** Every screen, and what lies over them. One more is a line here; `npx vitest run test/tui/frames -u` makes its files. */
export const views: readonly View[] = [
  {
    name: 'overview',
    keys: [],
    shows: /recommended/,
    coloured: [/overview/, /^.respond/, /P3/, /^ recommended|recommended/, /q quit/],
  },
  {
    name: 'stream',
    keys: ['2', 'n'],
    shows: /missed under/,
    coloured: [/paused/, /^ missed Premium/, /^ Premium .*missed/],
  },
  {
    name: 'tickets',
    keys: ['3', 'F', 's', 's', 's', 's'],
    shows: /filter missed/,
    coloured: [/^ opened/, /^›/, /^ .*P4.*(?:missed|✗)/],
  },
  {
    name: 'tickets-filter',
    keys: ['3', 'f', ...typed('severity:P2 missed'), 'enter', 'f', ...typed('wait>x')],
    shows: /filter: wait>x/,
    coloured: [/filter severity/, /filter: wait/],
  },
  // A promise of which nothing is missed.
  {
    name: 'tickets-none',
    keys: [...times(6, 'down'), 'enter'],
    shows: /missed none/,
    coloured: [/missed none/, /Enter +shows the tightest/],
  },
  {
    name: 'ticket',
    keys: missedTicket,
    shows: /overview > tickets > /,
    coloured: [/^›.*missed/, /✗.*missed|✓.*met/, /opened.*counts/, /^ Premium, respond/],
  },
  // A history: no desk is known of it.
  {
    name: 'replay-stream',
    model: replayed,
    keys: ['2', 'g', ...typed('2016-03-15 12:00'), 'enter'],
    shows: /incidents\.csv/,
    coloured: [],
  },
  { name: 'replay-ticket', model: replayed, keys: ['3', 'enter'], shows: /incidents\.csv/, coloured: [] },
  {
    name: 'replay-loading',
    keys: [],
    model: {
      kind: 'loading',
      title: 'Fixture desk',
      plans: ['Standard'],
      progress: 0.3,
      doing: 'reading incidents.csv',
    },
    shows: /reading incidents/,
    coloured: [],
    sizes: [{ columns: 80, rows: 24 }],
  },
  { name: 'ticket-happened', keys: [...missedTicket, 'p'], shows: /overview > tickets > /, coloured: [] },
  { name: 'differ', keys: [...missedTicket, 'd'], shows: /differ/, coloured: [/differ/] },
  {
    name: 'coverage',
    keys: ['4', 'n'],
    shows: /the longest wait/,
    coloured: [/Mon \d\d-\d\d/, /Sat \d\d-\d\d/, /^›/, /open .*closed/],
  },
  // Hours of every kind.
  {
    name: 'coverage-marks',
    model: fixtureModel(),
    keys: ['4', 'n'],
    shows: /2016-03-28/,
    coloured: [/Fri \d\d-\d\d/, /Sun \d\d-\d\d/],
  },
  { name: 'coverage-account', keys: ['4', 'enter'], shows: /it may wait/, coloured: [/it may wait/] },
  {
    name: 'distributions',
    keys: ['5', 'down', 'down'],
    shows: /opening to stop/,
    coloured: [/opening to stop/, /^›/],
  },
  { name: 'distributions-late', keys: ['5', 't', 'v'], shows: /deadline to stop/, coloured: [] },
  {
    name: 'distributions-held',
    keys: ['5', 't', 't', 't', 'tab'],
    shows: /waiting for the customer/,
    coloured: [/^›/],
  },
  {
    name: 'what-if',
    keys: ['w', ...times(5, '+'), ...times(8, 'down'), '+', 'enter'],
    shows: /before and after/,
    coloured: [/^›/, /respond/],
  },
  {
    name: 'advice',
    keys: ['6', 'n', ...typed('respond 95% within 4 h'), 'enter'],
    shows: /overview > advice/,
    coloured: [],
  },
  { name: 'help', keys: ['?'], shows: /Keys of this screen/, coloured: [/Keys of this screen/, /Enter/] },
  { name: 'palette', keys: [':', ...typed('co')], shows: /coverage/, coloured: [/^›/, /:co_/] },
  { name: 'notes', keys: ['i'], shows: /rest on/, coloured: [/rest on/] },
  {
    name: 'errors',
    keys: [],
    events: [
      problem('read nights.view', 'nights.view: no such file', 'write a view by v on the list of tickets'),
      problem('write /srv/tickets.csv', '/srv/tickets.csv: permission denied', null),
    ],
    shows: /Could not write/,
    coloured: [/Could not write/, /write a view by v/],
  },
  {
    name: 'loading',
    keys: [],
    model: { kind: 'loading', title: 'Service desk', plans: ['Standard', 'Premium'], progress: 0.42 },
    shows: /42%/,
    coloured: [/comparing/, /42%/],
  },
  {
    name: 'too-small',
    keys: [],
    sizes: [
      { columns: 59, rows: 24 },
      { columns: 80, rows: 17 },
    ],
    shows: /too small/,
    coloured: [/too small/],
  },
  { name: 'command', keys: ['y'], shows: /surety simulate/, coloured: [/surety simulate/] },
];
