import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const CONTRACT = 'test/corpus/good/by-facts.plan';
const ask = ['due', CONTRACT, '--severity', 'P1', '--opened', '2026-06-12T18:00'];

describe('what a ticket says of itself', () => {
  test('decides its deadline, and is told in the answer', async () => {
    const facts = ['--fact', 'language=German', '--fact', 'product=Server'];
    const { code, out } = await call([...ask, ...facts, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      facts: { language: 'German', product: 'Server' },
      clocks: [{ target: 'respond', dueLocal: '2026-06-12T20:00:00+02:00' }],
    });
  });

  test('may be a yes or no, by the name alone', async () => {
    const said = await call([...ask, '--fact', 'product=Cloud', '--fact', 'addon']);
    expect(said.out).toContain('product Cloud, addon, opened');
    expect(said.out).toContain('by Fri 2026-06-12 18:15 +02:00');
    const no = ['--fact', 'product=Cloud', '--fact', 'addon=no', '--fact', 'language=English'];
    expect((await call([...ask, ...no])).out).toContain('not addon');
  });

  test('is asked for where a deadline hangs on it, with what can be typed', async () => {
    const { code, out, err } = await call([...ask, '--fact', 'product=Server']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('depends on `language` (German or English), which the ticket does not say');
    expect(err).toContain('--fact language=German | --fact language=English');
  });

  test.each([
    ['langage=German', 'did you mean `language`?'],
    ['language=Germn', 'did you mean `German`?'],
    ['language', '--fact language says no value'],
    ['addon=perhaps', '--fact addon=yes | --fact addon=no'],
  ])('--fact %s is refused', async (fact, says) => {
    const { code, err } = await call([...ask, '--fact', fact]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('is said once', async () => {
    const { err } = await call([...ask, '--fact', 'addon', '--fact', 'addon=no']);
    expect(err).toContain('--fact says `addon` twice');
  });

  test('decides what `why` accounts for', async () => {
    const why = ['why', CONTRACT, '--plan', 'Basic', ...ask.slice(2)];
    const { code, out } = await call([...why, '--fact', 'language=English', '--fact', 'product=Server']);
    expect(code).toBe(0);
    expect(out).toContain('2026-06-15 11:00');
  });
});
