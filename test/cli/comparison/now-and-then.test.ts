import { expect, test } from 'vitest';
import { nowAndThen } from '../../../src/cli/comparison/now-and-then.ts';

test('tells of small steps now and then, and at once of what is begun', () => {
  let now = 0;
  const told: string[] = [];
  const tell = nowAndThen(
    (done, of, doing) => void told.push(`${String(now)} ${doing} ${String(done)}/${String(of)}`),
    () => now,
  );
  for (; now < 300; now += 10) tell(now, 300, 'reading');
  tell(1, 5, 'judging');
  tell(2, 5, 'judging');
  expect(told).toEqual([
    '0 reading 0/300',
    '80 reading 80/300',
    '160 reading 160/300',
    '240 reading 240/300',
    '300 judging 1/5',
  ]);
});
