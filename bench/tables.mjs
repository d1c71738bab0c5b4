// What it takes to make the tables of calendars: the zone, sixty years of one calendar beside the naive way with luxon, edge by
// edge, and 2,000 calendars of ten years. Ends with 1 where a claim is not kept.
//
//   node bench/tables.mjs [--rounds 9] [--calendars 2000]

import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { loadSources } from './load-sources.mjs';
import { HOLIDAYS, officeContract } from './office.mjs';
import { cpuMs, holdTo, measureInTurns, ratioOf, showSpread, spreadOf } from './rounds.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, calendars: { type: 'string', default: '2000' } },
});
const rounds = Number(values.rounds);
const count = Number(values.calendars);

const { buildOpenTable, expandCalendar, loadPlan, lookUpZone, openContract } = await loadSources(`
  export { buildOpenTable } from './src/engine/build-open-table.ts';
  export { expandCalendar, loadPlan } from './src/engine/index.ts';
  export { openContract } from './src/workspace/contract-session.ts';
  export { lookUpZone } from './src/time/zone-lookup.ts';
`);

const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/Moscow',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'UTC',
];

const office = await planOf(officeContract());
const many = await planOf(manyCalendars());
const kinds = await planOf(kindsOfCalendars());

const first = cpuMs(() => tables(office));
const measured = measureInTurns(
  {
    'sixty years': { count: 1, run: () => tables(office) },
    'luxon, edge by edge': { count: 1, run: () => edgesByHand(2000, 2059) },
    'every calendar': { count: 1, run: () => tables(many) },
  },
  { rounds, warmUp: 2 },
);

const ms = (name) => measured[name].map((ns) => ns / 1e6);
console.log(
  `node ${process.version}; CPU time in ms, medians of ${rounds} rounds and what lies between their outer tenths\n`,
);
console.log(
  `changes of a zone, 1970 to 2100    ${showSpread(spreadOf(zoneLookUps()))}   ${ZONES.length} zones, each for the first time`,
);
console.log(
  `60 years of Office, compiled       ${showSpread(spreadOf(ms('sixty years')))}   ${first.toFixed(1)} the first time`,
);
console.log(`60 years by luxon, edge by edge    ${showSpread(spreadOf(ms('luxon, edge by edge')))}`);
console.log(
  `${count.toLocaleString('en-US')} calendars of ten years       ${showSpread(spreadOf(ms('every calendar')))}`,
);
console.log('\nbytes an interval, of sixty years');
const sizes = kinds.calendars.filter(({ name }) => name !== '24x7').map(sizeOf);
for (const { name, intervals, bytes } of sizes) {
  console.log(
    `  ${name.padEnd(12)} ${bytes.toFixed(1).padStart(6)}   ${intervals.toLocaleString('en-US')} intervals`,
  );
}

holdTo([
  { what: '60 years, in ms', ratio: spreadOf(ms('sixty years')).median, atMost: 15 },
  {
    what: 'luxon to it',
    ratio: ratioOf(measured['luxon, edge by edge'], measured['sixty years']).median,
    atLeast: 50,
  },
  { what: `${count} calendars, in ms`, ratio: spreadOf(ms('every calendar')).median, atMost: 3000 },
  { what: 'bytes an interval', ratio: Math.max(...sizes.map(({ bytes }) => bytes)), atMost: 64 },
]);

async function planOf(text) {
  const { loaded } = await openContract('bench.plan', { 'bench.plan': text });
  const errors = loaded.diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return loaded.plan();
}

/** Loads a plan and has all of its calendars build all of their years. */
function tables(plan) {
  const engine = loadPlan(plan);
  return plan.calendars.map((_, i) => {
    const calendar = engine.calendar(i);
    return calendar.between(calendar.horizon.from, calendar.horizon.to - 1);
  });
}

function zoneLookUps() {
  // Years that nothing else asked for, so that none is known.
  return ZONES.map((zone) => cpuMs(() => lookUpZone(zone, 1970, 2101)));
}

/** The open stretches of Office, by asking luxon for each. */
function edgesByHand(fromYear, toYear) {
  const closed = new Set(HOLIDAYS);
  const edges = [];
  let day = DateTime.fromObject({ year: fromYear }, { zone: 'America/New_York' });
  for (; day.year <= toYear; day = day.plus({ days: 1 })) {
    if (day.weekday > 5 || closed.has(day.toFormat('MM-dd'))) continue;
    edges.push(day.set({ hour: 9 }).toMillis(), day.set({ hour: 17 }).toMillis());
  }
  return edges;
}

function sizeOf({ name, body }) {
  const [from, to] = [Date.UTC(2000, 0, 3) / 1000, Date.UTC(2059, 11, 29) / 1000];
  const edges = expandCalendar(body, kinds.zones, from, to);
  return {
    name,
    intervals: edges.length / 2,
    bytes: buildOpenTable(edges, from, to).data.byteLength / (edges.length / 2),
  };
}

function manyCalendars() {
  const years = Array.from({ length: 10 }, (_, i) => 2020 + i);
  const sets = Array.from({ length: 20 }, (_, set) => {
    const dates = Array.from(
      { length: 12 },
      (_, i) => `${String(i + 1).padStart(2, '0')}-${String(((set * 7 + i * 3) % 28) + 1).padStart(2, '0')}`,
    );
    const days = years.flatMap((year) => dates.map((date) => `  ${year}-${date} "holiday"`));
    return `holidays Set${set} {\n  source "twelve dates a year"\n  covers 2020..2029\n${days.join('\n')}\n}`;
  });
  const calendars = Array.from({ length: count }, (_, i) => {
    const [from, to] = [420 + (i % 40) * 5, 900 + (Math.floor(i / 40) % 50) * 5].map(clock);
    const saturday = i % 3 === 0 ? `\n  open      Sat 10:00-14:00` : '';
    return `calendar C${i} {
  zone      ${ZONES[i % ZONES.length]}
  open      Mon..Fri ${from}-12:30, 13:30-${to}${saturday}
  holidays  Set${(i * 7) % 20}
}`;
  });
  return `contract "Many" version "1" { effective 2026-01-01 in UTC }\n${sets.join('\n')}\n${calendars.join('\n')}\n`;
}

function clock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function kindsOfCalendars() {
  const kind = (name, zone, ...lines) =>
    `calendar ${name} {\n  zone ${zone}\n${lines.map((line) => `  ${line}\n`).join('')}  holidays none\n}`;
  return `contract "Kinds" version "1" { effective 2026-01-01 in UTC }
${[
  kind('Office', 'America/New_York', 'open Mon..Fri 09:00-17:00'),
  kind('Lunch', 'Europe/Madrid', 'open Mon..Fri 09:00-14:00, 16:00-19:30'),
  kind('Nights', 'Europe/Berlin', 'open Mon..Sun 22:00-06:00'),
  kind('Sydney', 'Australia/Sydney', 'open Mon..Fri 08:00-18:00', 'open Sat 09:00-12:00'),
  kind('Weekdays', 'America/Los_Angeles', 'open Mon 00:00 .. Fri 24:00'),
  kind('Weekend', 'America/Los_Angeles', 'open Fri 17:00 .. Mon 09:00'),
  kind('Late', 'Africa/Cairo', 'open Mon..Sun 00:05-24:00'),
  kind(
    'Quarters',
    'Asia/Kathmandu',
    'open Mon..Fri 09:00-10:00, 10:15-11:15, 11:30-12:30, 13:00-15:00, 15:15-17:00',
  ),
  kind('Monthly', 'Europe/London', 'open Sun 02:00-06:00', 'closed every 02-01..12-31'),
].join('\n')}
`;
}
