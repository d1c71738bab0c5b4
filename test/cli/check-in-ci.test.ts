import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';

let folder: string;
let contract: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-ci-'));
  contract = join(folder, 'desk.plan');
  writeFileSync(
    contract,
    `contract "Desk" {
  zone  Europe/Berlin
}

severities {
  P1  "nobody can work"
}

channel fax

clock respond { starts on opened; stops on reply }

plan Basic {
  targets {
         respond
    all  4 h
  }
}
`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('check in a build', () => {
  test('lets warnings pass, unless there are more than may be left', async () => {
    expect(await call(['check', contract])).toMatchObject({ code: 0, err: '' });
    expect(await call(['check', '--max-warnings', '1', contract])).toMatchObject({ code: 0, err: '' });
    expect(await call(['check', '--max-warnings', '0', contract])).toMatchObject({
      code: 1,
      err: 'surety: 1 warning, and at most 0 may be left\n',
    });
    expect(await call(['check', '--strict', contract])).toMatchObject({ code: 1, err: '' });
  });

  test('refuses a count that is none', async () => {
    expect(await call(['check', '--max-warnings', 'few', contract])).toMatchObject({ code: 2 });
  });

  test('says the same in SARIF and JUnit, a failure only where the run fails', async () => {
    const sarif = await call(['check', '--format', 'sarif', contract]);
    expect(sarif.code).toBe(0);
    expect(JSON.parse(sarif.out)).toMatchObject({
      runs: [{ results: [{ ruleId: 'lint/unused-name', level: 'warning' }] }],
    });
    const junit = await call(['check', '--format', 'junit', contract]);
    expect(junit.out).toContain('tests="1" failures="0" errors="0"');
    const strict = await call(['check', '--format', 'junit', '--strict', contract]);
    expect(strict.out).toContain('tests="1" failures="1" errors="0"');
  });
});
