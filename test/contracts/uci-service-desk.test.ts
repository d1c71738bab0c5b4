/**
 * The verdicts of a public log on itself, which nobody here wrote: `made_sla` of data set 498 of the UCI Machine
 * Learning Repository (CC BY 4.0). The log is not part of the repository; where it is not beside it, these tests skip.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { call } from '../cli/call.ts';

const LOG = '../shared/data/uci-incident/incident_event_log.official-header.csv.gz';
const CONTRACT = 'contracts/uci-service-desk.plan';

interface Incident {
  readonly madeSla: boolean;
  /** As they followed each other, the first at the opening. */
  readonly priorities: readonly string[];
  readonly lines: readonly string[];
}

interface Tally {
  readonly incidents: number;
  readonly asTheLogSays: number;
}

/** `d/m/yyyy HH:MM` on the log's own clock, which the contract reads as universal time. */
function instantOf(text: string): string {
  const read = /^(\d+)\/(\d+)\/(\d{4}) (\d+):(\d+)$/.exec(text);
  if (read === null) throw new Error(`no time: ${text}`);
  const [, day, month, year, hour, minute] = read.map((part) => part.padStart(2, '0'));
  return `${year}-${month}-${day}T${hour}:${minute}Z`;
}

function readIncidents(): ReadonlyMap<string, Incident> {
  const [header = '', ...rows] = gunzipSync(readFileSync(LOG)).toString('utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const updatesOf = new Map<string, Record<string, string>[]>();
  for (const row of rows) {
    const cells = row.split(',');
    const update = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    const number = update['number'] ?? '';
    updatesOf.set(number, [...(updatesOf.get(number) ?? []), update]);
  }
  return new Map([...updatesOf].map(([number, updates]) => [number, readIncident(number, updates)]));
}

function readIncident(ticket: string, updates: Record<string, string>[]): Incident {
  const field = (update: Record<string, string> | undefined, name: string) => update?.[name] ?? '';
  const opened = instantOf(field(updates[0], 'opened_at'));
  const inOrder = updates
    .map((update) => ({ update, at: instantOf(field(update, 'sys_updated_at')) }))
    .sort(
      (a, b) =>
        a.at.localeCompare(b.at) || Number(a.update['sys_mod_count']) - Number(b.update['sys_mod_count']),
    );
  const changes = inOrder
    .map(({ update, at }) => ({ at: at < opened ? opened : at, priority: field(update, 'priority') }))
    .filter(({ priority }, i, all) => priority !== all[i - 1]?.priority);
  const last = inOrder.at(-1)?.update;
  return {
    madeSla: field(last, 'made_sla') === 'true',
    priorities: changes.map(({ priority }) => priority),
    lines: [
      ...changes.map(({ at, priority }, i) => ({
        ticket,
        at: i === 0 ? opened : at,
        event: i === 0 ? 'opened' : 'updated',
        severity: `P${priority}`,
      })),
      { ticket, at: instantOf(field(last, 'closed_at')), event: 'closed' },
    ].map((line) => JSON.stringify(line)),
  };
}

/** Whether `track` says that an incident met its promise. */
async function verdicts(
  contract: string,
  incidents: ReadonlyMap<string, Incident>,
): Promise<Map<string, boolean>> {
  const lines = [...incidents.values()].flatMap((incident) => incident.lines);
  const { out, err, code } = await call(['track', contract, '--grouped'], { stdin: `${lines.join('\n')}\n` });
  if (code !== 0) throw new Error(err);
  const read = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ticket: string; clocks: { status: string }[] });
  return new Map(read.map(({ ticket, clocks }) => [ticket, clocks[0]?.status === 'met']));
}

function tally(
  incidents: ReadonlyMap<string, Incident>,
  met: ReadonlyMap<string, boolean>,
  counts: (incident: Incident) => boolean,
): Tally {
  const counted = [...incidents].filter(([, incident]) => counts(incident));
  const agreed = counted.filter(([number, { madeSla }]) => met.get(number) === madeSla);
  return { incidents: counted.length, asTheLogSays: agreed.length };
}

const always =
  (priority: string) =>
  ({ priorities }: Incident) =>
    priorities.length === 1 && priorities[0] === priority;
const changed = ({ priorities }: Incident) => priorities.length > 1;

const isThere = existsSync(LOG);
describe.skipIf(!isThere)(
  `the UCI log's own verdicts${isThere ? '' : ` (skipped: no ${LOG})`}`,
  { timeout: 60_000 },
  () => {
    it('are those of the contract: all but 22 of 23,400 of priority 3 (two closed before they opened), and all whose priority changed', async () => {
      const incidents = readIncidents();
      const met = await verdicts(CONTRACT, incidents);
      expect({
        P1: tally(incidents, met, always('1')),
        P2: tally(incidents, met, always('2')),
        P3: tally(incidents, met, always('3')),
        P4: tally(incidents, met, always('4')),
        changed: tally(incidents, met, changed),
      }).toEqual({
        P1: { incidents: 125, asTheLogSays: 121 },
        P2: { incidents: 280, asTheLogSays: 279 },
        P3: { incidents: 23_400, asTheLogSays: 23_378 },
        P4: { incidents: 730, asTheLogSays: 730 },
        changed: { incidents: 383, asTheLogSays: 383 },
      });
    });

    it('are not those of a contract by which the first priority stays in force', async () => {
      const changedOnes = new Map([...readIncidents()].filter(([, incident]) => changed(incident)));
      const path = join(mkdtempSync(join(tmpdir(), 'surety-uci-')), 'first-priority.plan');
      const text = readFileSync(CONTRACT, 'utf8');
      const kept = text
        .replace('on raise count from open, late from the deadline', 'on raise keep old')
        .replace('on lower count from open', 'on lower keep old');
      expect(kept).not.toBe(text);
      writeFileSync(path, kept);
      const { incidents, asTheLogSays } = tally(changedOnes, await verdicts(path, changedOnes), changed);
      expect(incidents).toBe(383);
      expect(asTheLogSays).toBe(196);
    });
  },
);
