/**
 * Derives the figures behind `simulations/service-desk.sim` from the UCI incident log and prints them as JSON.
 *
 *   node bench/fit-uci.mjs LOG.csv.gz > simulations/uci-figures.json
 *   npx prettier --write simulations/uci-figures.json
 *
 * The log is data set 498 of the UCI Machine Learning Repository, "Incident management process enriched event log"
 * (CC BY 4.0): https://archive.ics.uci.edu/dataset/498. It is not part of this repository; the figures are.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';

/** Twelve whole weeks within the three months that hold 98 % of the incidents. Both dates are included. */
const FROM = '2016-03-07';
const TO = '2016-05-29';
const WEEKS = 12;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AT = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: node bench/fit-uci.mjs LOG.csv.gz');
  process.exit(2);
}
const incidents = inWindow(readIncidents(path));
process.stdout.write(`${JSON.stringify(figuresOf(incidents), null, 2)}\n`);

/** The updates of each incident, ordered by time and then by modification count. */
function readIncidents(file) {
  const [header, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const column = (name) => columns.indexOf(name);
  const byNumber = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    const update = {
      at: readClock(cells[column('sys_updated_at')]),
      count: Number(cells[column('sys_mod_count')]),
      by: cells[column('sys_updated_by')],
      state: cells[column('incident_state')],
      priority: cells[column('priority')],
      opened: readClock(cells[column('opened_at')]),
      resolved: readClock(cells[column('resolved_at')]),
    };
    const updates = byNumber.get(cells[column('number')]) ?? [];
    updates.push(update);
    byNumber.set(cells[column('number')], updates);
  }
  return [...byNumber.values()].map((updates) => {
    updates.sort((a, b) => a.at - b.at || a.count - b.count);
    const last = updates.at(-1);
    return { updates, opened: updates[0].opened, resolved: last.resolved, priority: last.priority };
  });
}

/** `d/m/yyyy HH:MM` on the log's own clock, whose zone nobody states, kept as if it were UTC; NaN for `?`. */
function readClock(text) {
  const match = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text);
  if (match === null) return NaN;
  const [day, month, year, hour, minute] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}

function inWindow(all) {
  const from = Date.parse(FROM);
  const to = Date.parse(TO) + DAY;
  return all.filter(({ opened }) => opened >= from && opened < to);
}

function figuresOf(all) {
  return {
    source: 'UCI Machine Learning Repository, data set 498: Incident management process enriched event log',
    url: 'https://archive.ics.uci.edu/dataset/498',
    licence: 'CC BY 4.0',
    window: { openedFrom: FROM, openedTo: TO, weeks: WEEKS, clock: "the log's own, no zone stated" },
    incidents: all.length,
    perWeek: Math.round((all.length / WEEKS) * 10) / 10,
    hoursOfWeek: hoursOfWeek(all),
    priorities: Object.fromEntries(['1', '2', '3', '4'].map((p) => [p, withPriority(all, p).length])),
    firstChange: {
      meaning:
        'elapsed time from opening to the first update in a state other than New: first response, with the time in the queue. A change within four hours stands for a ticket that somebody looked at when it came: its time is the nearest the log has to the length of a first look.',
      hours: byPriority(all, (incident) => firstChange(incident) / HOUR),
      shareWithinFourHours: shareByPriority(all, (incident) => firstChange(incident) <= 4 * HOUR),
      minutesWithinFourHours: byPriority(all, (incident) => {
        const after = firstChange(incident);
        return after <= 4 * HOUR ? after / MINUTE : NaN;
      }),
    },
    effort: {
      meaning:
        'time between updates that one person made to one incident in succession, no more than an hour apart, up to its closure, summed: a lower bound of the work, since the log records no effort',
      minutes: byPriority(all, (incident) => effort(incident) / MINUTE),
    },
    waitingForUser: {
      meaning:
        'time in the state Awaiting User Info, summed over an incident, for those that were ever in it',
      share: shareByPriority(all, (incident) => !Number.isNaN(waiting(incident))),
      hours: quantiles(all.map((incident) => waiting(incident) / HOUR)),
    },
    resolution: {
      meaning: 'elapsed time from opening to resolved_at, for incidents that have one',
      share: shareByPriority(all, (incident) => !Number.isNaN(incident.resolved)),
      hours: byPriority(all, (incident) => (incident.resolved - incident.opened) / HOUR),
    },
  };
}

/** Openings by weekday, Monday first, and hour. */
function hoursOfWeek(all) {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const counts = names.map(() => new Array(24).fill(0));
  for (const { opened } of all) {
    const at = new Date(opened);
    counts[(at.getUTCDay() + 6) % 7][at.getUTCHours()] += 1;
  }
  return Object.fromEntries(names.map((name, day) => [name, counts[day]]));
}

function firstChange({ updates, opened }) {
  const first = updates.find(({ state }) => state !== 'New');
  return first === undefined ? NaN : first.at - opened;
}

function effort({ updates }) {
  let sum = 0;
  updates.slice(1).forEach((update, i) => {
    const gap = update.at - updates[i].at;
    if (update.by === updates[i].by && update.state !== 'Closed' && gap <= HOUR) sum += gap;
  });
  return sum;
}

/** NaN for an incident that was never in the state, or never left it. */
function waiting({ updates }) {
  let sum = NaN;
  let since = NaN;
  for (const { at, state } of updates) {
    if (state === 'Awaiting User Info') {
      if (Number.isNaN(since)) since = at;
    } else if (!Number.isNaN(since)) {
      sum = (Number.isNaN(sum) ? 0 : sum) + at - since;
      since = NaN;
    }
  }
  return sum;
}

function withPriority(all, priority) {
  return all.filter((incident) => incident.priority === priority);
}

function byPriority(all, figure) {
  return Object.fromEntries(
    ['1', '2', '3', '4'].map((priority) => [priority, quantiles(withPriority(all, priority).map(figure))]),
  );
}

function shareByPriority(all, holds) {
  return Object.fromEntries(
    ['1', '2', '3', '4'].map((priority) => {
      const part = withPriority(all, priority);
      return [priority, round(part.filter(holds).length / part.length, 4)];
    }),
  );
}

/** Nearest rank; values that are not numbers are left out. */
function quantiles(values) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return {
    count: sorted.length,
    mean: round(mean, 2),
    at: AT,
    values: AT.map((p) => round(sorted[Math.max(Math.ceil(p * sorted.length - 1e-9), 1) - 1], 2)),
  };
}

function round(value, digits) {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
