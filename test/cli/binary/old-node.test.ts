/**
 * A lock written under another Node, whose time-zone data are older, and read under this one: `npm run old-node` fetches
 * one and runs this test. A Node is 90 MB, so the suite does not.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const OLD_NODE = process.env['SURETY_OLD_NODE'];
const BINARY = 'dist/surety.js';

const contract = (zone: string): string => `contract "Desk" version "1" {
  effective  2026-01-01 in ${zone}; binds by opened
}

severities {
  P1  "nobody can work"
  P2  "anything else"
}

clock respond {
  starts on  opened
  stops on   reply
}

calendar Office {
  zone      ${zone}
  open      Sun..Thu 09:00-17:00
  holidays  none
}

plan Basic {
  targets {
        respond
    P1  best effort
    P2  16 h in Office
  }
}
`;

describe.skipIf(OLD_NODE === undefined)('a lock that Node 20.0 wrote, with time-zone data 2023c', () => {
  const zones = { paraguay: 'America/Asuncion', kazakhstan: 'Asia/Almaty', germany: 'Europe/Berlin' };
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'surety-old-node-'));
    mkdirSync(join(folder, '.git'));
    for (const [name, zone] of Object.entries(zones)) {
      writeFileSync(join(folder, `${name}.plan`), contract(zone));
    }
    execFileSync(OLD_NODE ?? '', [BINARY, 'lock', folder], { stdio: 'pipe' });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('names its data', () => {
    const lock = JSON.parse(readFileSync(join(folder, 'surety.lock'), 'utf8')) as { tzdata: string };
    expect(lock.tzdata).toBe('2023c');
    expect(process.versions.tz).not.toBe('2023c');
  });

  test('lets this runtime say which promises have moved since, and which have not', () => {
    const { stdout } = spawnSync(process.execPath, [BINARY, 'check', folder, '--json'], { encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: readonly { code: string; file: string; message: string }[];
    };
    const moved = diagnostics.filter(({ code }) => code === 'lock/promise-moved');
    const messages = moved.map(({ message }) => message);
    expect(moved).toHaveLength(2);
    // Kazakhstan has been five hours ahead of UTC, and not six, since March 2024: 09:00 there was 08:00 before.
    expect(messages.find((message) => message.includes('+05:00'))).toMatch(
      /a ticket is due \w+ (\S+ \d\d:\d\d) \+05:00 by data .* and was due \w+ .* by data 2023c/,
    );
    // Paraguay no longer goes back to -04:00, as it would have on Sun 22 March 2026.
    expect(messages.find((message) => message.includes('-03:00'))).toContain(
      'opened Wed 2026-03-18 09:15 -03:00, a ticket is due Sun 2026-03-22 09:15 -03:00 by data',
    );
    expect(messages.find((message) => message.includes('-03:00'))).toContain(
      'and was due Sun 2026-03-22 10:15 -03:00 by data 2023c',
    );
  });
});
