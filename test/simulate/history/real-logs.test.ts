/**
 * The public logs that the mappings in `simulations/` are for. They are not part of the repository: where they are
 * not beside it, these tests skip. The figures were counted by a program that shares nothing with this one (Python's
 * csv, ElementTree and zoneinfo, deadlines by walking from date to date).
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { checkMapping } from '../../../src/simulate/history/check-mapping.ts';
import { readHistory } from '../../../src/simulate/history/read-history.ts';
import { replayHistory } from '../../../src/simulate/history/replay-history.ts';
import type { Outcome } from '../../../src/simulate/outcome.ts';
import { summarize } from '../../../src/simulate/summarize.ts';
import { mstPlan } from './mst-plan.ts';

const UCI = '../shared/data/uci-incident/incident_event_log.official-header.csv.gz';
const BPI = '../shared/data/bpic2013/bpi_challenge_2013_incidents.xes.gz';

async function replay(log: string, map: string): Promise<Outcome> {
  const mapping = checkMapping(readFileSync(map, 'utf8'), map);
  if (mapping.kind === 'problems') throw new Error(JSON.stringify(mapping.problems));
  const chunks = createReadStream(log).pipe(createGunzip()) as AsyncIterable<Uint8Array>;
  const read = await readHistory(chunks, mapping.mapping);
  if (read.kind === 'failure') throw new Error(read.failure.message);
  const result = replayHistory({ history: read.history, engine: loadPlan(mstPlan()), plans: [], log });
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return result.outcome;
}

/** `[met, missed]` by plan and severity. */
const verdicts = (outcome: Outcome): unknown =>
  summarize(outcome).plans.map(({ metrics }) =>
    metrics[0]?.bySeverity.map(({ figures }) => [figures.met, figures.missed]),
  );

function whereThereIs(log: string): { readonly skip: boolean; readonly why: string } {
  return existsSync(log) ? { skip: false, why: '' } : { skip: true, why: ` (skipped: no ${log})` };
}

const uci = whereThereIs(UCI);
describe.skipIf(uci.skip)(`the UCI incident log${uci.why}`, () => {
  it('has 24,918 tickets, of which two were answered before they were opened', async () => {
    const outcome = await replay(UCI, 'simulations/uci.map.json');
    expect(outcome.source).toMatchObject({
      read: 24_918,
      used: 24_916,
      unusable: [{ count: 2, examples: ['0000131', '0000135'] }],
      rows: { read: 141_712, unusable: [] },
    });
    expect(verdicts(outcome)).toEqual([
      [
        [242, 28],
        [377, 31],
        [22_813, 651],
        [774, 0],
      ],
      [
        [219, 51],
        [336, 72],
        [21_571, 1893],
        [754, 20],
      ],
      [
        [154, 116],
        [194, 214],
        [17_652, 5812],
        [674, 100],
      ],
    ]);
    expect(outcome.notes).toContain('Not applied: waiting for the user, in 5,471 tickets.');
    expect(outcome.notes.join()).toContain('changes of severity, in 383 tickets');
  }, 30_000);
});

const bpi = whereThereIs(BPI);
describe.skipIf(bpi.skip)(`the BPI Challenge 2013 incident log${bpi.why}`, () => {
  it('has 7,554 tickets, all of them usable', async () => {
    const outcome = await replay(BPI, 'simulations/bpi2013.map.json');
    expect(outcome.source).toMatchObject({
      read: 7554,
      used: 7554,
      unusable: [],
      rows: { read: 65_533, unusable: [] },
    });
    expect(verdicts(outcome)).toEqual([
      [
        [3, 0],
        [260, 1],
        [4044, 1],
        [3245, 0],
      ],
      [
        [3, 0],
        [260, 1],
        [4037, 8],
        [3245, 0],
      ],
      [
        [3, 0],
        [255, 6],
        [4011, 34],
        [3243, 2],
      ],
    ]);
    expect(outcome.notes).toContain('Not applied: waiting for the user, in 2,495 tickets.');
  }, 30_000);
});
