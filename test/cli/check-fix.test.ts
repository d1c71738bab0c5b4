import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './call.ts';

let folder: string;
let contract: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-fix-'));
  contract = join(folder, 'desk.plan');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const desk = (zone: string, cell: string): string => `contract "Desk" {
  zone  ${zone}
}

severities {
  P1  "nobody can work"
}

calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}

clock respond {
  starts on  opened
  stops on   reply
}

plan Basic {
  targets {
        respond
    P1  ${cell}
  }
}
`;

const written = (): string => readFileSync(contract, 'utf8');

describe('check --fix', () => {
  test('writes what is plainly meant, says what it did, and checks the result', async () => {
    writeFileSync(contract, desk('Europe/Berln', '4 h in Ofice'));
    const { code, out, err } = await call(['check', '--fix', contract]);
    expect(written()).toBe(desk('Europe/Berlin', '4 h in Office'));
    expect(err).toBe(
      [
        `${contract}:2:9: write \`Europe/Berlin\` (time/unknown-zone)`,
        `${contract}:23:16: write \`Office\` (names/unknown)`,
        '2 fixes in 1 file',
        '',
      ].join('\n'),
    );
    expect(out).toBe('1 file checked: no findings\n');
    expect(code).toBe(0);
  });

  test('leaves to its author what has two meanings, unless suggestions are asked for', async () => {
    writeFileSync(contract, desk('EST', '4 h in Office'));
    expect((await call(['check', '--fix', contract])).err).toBe('nothing to fix\n');
    expect(written()).toBe(desk('EST', '4 h in Office'));
    await call(['check', '--fix-suggested', contract]);
    expect(written()).toBe(desk('America/New_York', '4 h in Office'));
  });

  test('shows the change and writes nothing under --diff', async () => {
    const before = desk('Europe/Berln', '4 h in Office');
    writeFileSync(contract, before);
    const { code, out } = await call(['check', '--fix', '--diff', contract]);
    expect(written()).toBe(before);
    expect(out).toContain('\n-  zone  Europe/Berln\n+  zone  Europe/Berlin\n');
    expect(code).toBe(1);
    writeFileSync(contract, desk('Europe/Berlin', '4 h in Office'));
    expect(await call(['check', '--diff', contract])).toMatchObject({ code: 0, out: '' });
  });

  test('goes on to what stood behind the first mistake', async () => {
    writeFileSync(contract, desk('Europe/Berlin', '4 h in Ofice').replace('calendar', 'calender'));
    await call(['check', '--fix', contract]);
    expect(written()).toBe(desk('Europe/Berlin', '4 h in Office'));
  });

  test('mends a name in every place where it was misspelt alike', async () => {
    const twice = (calendar: string): string =>
      desk('Europe/Berlin', `4 h in ${calendar}`).replace(
        '  targets',
        `  coverage  receive in ${calendar}\n  targets`,
      );
    writeFileSync(contract, twice('Ofice'));
    await call(['check', '--fix', contract]);
    expect(written()).toBe(twice('Office'));
  });

  test('leaves a fix out after which there would be more errors, and says so', async () => {
    // As the clause that it looks like, the line brings two mistakes of its own to light.
    const hidden = desk('Europe/Berlin', '4 h').replace(
      /calendar Office[^]*?}\n/,
      'calender Office {\n  zone      Europe/Nowhere\n  open      Mon..Fri 09:00-25:00\n  holidays  none\n}\n',
    );
    writeFileSync(contract, hidden);
    const { err } = await call(['check', '--fix', contract]);
    expect(written()).toBe(hidden);
    expect(err).toContain(
      'write `calendar` (syntax/unknown-clause): left as it is, since there would be more errors',
    );
  });
});

test('what a plan leaves open of all its business days is stated once, where it speaks of them', async () => {
  const basis = '  business days in Office at close';
  const text = desk('Europe/Berlin', '2 business days')
    .replace('  targets {', `${basis}\n  targets {`)
    .replace('zone  Europe/Berlin', 'zone  Europe/Berlin; binds by opened');
  writeFileSync(contract, text);
  await call(['check', '--fix-suggested', contract]);
  const fixed = readFileSync(contract, 'utf8');
  expect(fixed).toContain(
    `${basis}, day of receipt does not count, received outside hours at next opening\n`,
  );
  expect(fixed).toMatch(/P1 +2 business days\n/);
  expect((await call(['check', '--strict', contract])).code).toBe(0);
});
