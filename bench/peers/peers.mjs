/**
 * Who is compared. `operations` is what each can be asked; `inProcessZone` reads the clock of the process alone, which then
 * runs in the calendar's zone; `note` says what it cannot do.
 */
const HOURS = ['add', 'between', 'isOpen'];
const ALL = [...HOURS, 'addDays'];

export const PEERS = [
  { name: 'luxon, by hand', file: 'luxon-by-hand', operations: ALL },
  { name: 'temporal-polyfill, by hand', file: 'temporal-by-hand', operations: HOURS },
  { name: 'date-fns, by hand', file: 'date-fns-by-hand', operations: HOURS },
  { name: 'dayjs-business-time', file: 'dayjs-business-time', operations: ALL },
  {
    name: 'dayjs-business-time, process zone',
    file: 'dayjs-business-time-process-zone',
    operations: ALL,
    inProcessZone: true,
  },
  { name: 'moment-business-time', file: 'moment-business-time', operations: ALL },
  { name: 'opening_hours', file: 'opening-hours', operations: HOURS, inProcessZone: true },
  { name: 'luxon-business-days', file: 'luxon-business-days', operations: ['addDays'] },
  { name: 'moment-business-days', file: 'moment-business-days', operations: ['addDays'] },
  {
    name: 'date-fns addBusinessDays',
    file: 'date-fns-business-days',
    operations: ['addDays'],
    note: 'no holidays',
  },
];

/** Loads what answers a peer's questions about a calendar: `add(t, ms)`, `between(from, to)`, `isOpen(t)`, `addDays(t, days)`. */
export async function createPeer(file, calendar) {
  const { create } = await import(`./adapters/${file}.mjs`);
  return create(calendar);
}
