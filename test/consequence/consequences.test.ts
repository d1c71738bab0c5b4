/** What findings come to, in days and money, on contracts small enough to reckon by hand. June 2026 begins on a Monday. */
import { describe, expect, test } from 'vitest';
import { type Code, REGISTRY } from '../../src/diagnostics/registry.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { loadContractFrom } from '../../src/workspace/load.ts';

async function consequenceOf(
  code: Code,
  text = REGISTRY[code].page.wrong,
): Promise<string | null | undefined> {
  const loaded = await loadContractFrom(createSourceFile('desk.plan', text));
  const found = loaded.explained().find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`${code} was not found`);
  return found.consequence;
}

const PAGES: Readonly<Partial<Record<Code, string>>> = {
  'assume/received-outside-hours':
    'received Fri 2026-06-05 18:00, `2 business days in Office at close` is due Wed 2026-06-10 17:00; ' +
    'counted as received it would be Tue 2026-06-09 17:00',
  'assume/day-of-receipt':
    'received Fri 2026-06-05 18:00, `2 business days in Office at close` is due Wed 2026-06-10 17:00; ' +
    'with the day of receipt as the first it would be Tue 2026-06-09 17:00',
  'assume/clock':
    'opened Mon 2026-06-01 10:00, `4 h` is due Mon 2026-06-01 14:00 even where the customer, asked ' +
    'Mon 2026-06-01 12:00, answers a day later; with a pause for that it would be Tue 2026-06-02 14:00',
  'assume/on-raise':
    'opened Mon 2026-06-01 09:30 as `P2` (`8 h` to respond) and raised to `P1` (`4 h`) Mon 2026-06-01 16:30, ' +
    'a ticket is due Mon 2026-06-01 13:30, before the change, as it is read; counted from the change it would be ' +
    'Mon 2026-06-01 20:30, and Mon 2026-06-01 17:30 if it kept the old promise',
  'assume/on-lower':
    'opened Mon 2026-06-01 09:30 as `P1` (`4 h` to respond) and lowered to `P2` (`8 h`) Mon 2026-06-01 13:00, ' +
    'a ticket is due Mon 2026-06-01 17:30, as it is read; counted from the change it would be ' +
    'Mon 2026-06-01 21:00, and Mon 2026-06-01 13:30 if it kept the old promise',
  'assume/billed': 'the first invoice of `Basic` is EUR 10; billed yearly it would be EUR 120',
  'lint/hours-under-24x7':
    'opened Sat 2026-06-06 03:00, `4 h in Office` end Mon 2026-06-08 13:00, and as plain hours ' +
    'Sat 2026-06-06 07:00: 54 h apart',
  'lint/slower-when-more-severe':
    'opened Fri 2026-10-23 13:01, `P1` is due Mon 2026-10-26 09:01, and `P2` Fri 2026-10-23 17:01: ' +
    '2 d 17 h earlier; so it is for 88.1% of all openings until 2036',
  'lint/worse-than-inherited':
    'opened Thu 2026-01-01 09:00, `Better` is due Thu 2026-01-01 15:00, and `Basic` Thu 2026-01-01 13:00: ' +
    '2 h earlier; so it is for 17.9% of all openings until 2036',
  'lint/worse-than-lower-plan':
    'opened Thu 2026-01-01 09:00, `Better` is due Thu 2026-01-01 15:00, and `Basic` Thu 2026-01-01 13:00: ' +
    '2 h earlier; so it is for 17.9% of all openings until 2036',
  'lint/respond-after-resolve':
    'opened Fri 2026-10-23 09:01, to `respond` it is due Mon 2026-10-26 09:01, and to `resolve` ' +
    'Sat 2026-10-24 09:01: 2 d 1 h earlier; so it is for 33.3% of all openings until 2036',
  'lint/due-while-shut':
    'opened Fri 2026-10-23 17:00, it is due Fri 2026-10-23 21:00, and `Office` opens Mon 2026-10-26 09:00: ' +
    '2 d 13 h later; so it is for 64.3% of all openings until 2036',
  'time/zone-abbreviation':
    '`Europe/Berlin` and `fixed +01:00` are 1 h apart from 2026-03-29 to 2026-10-25, and every deadline with them',
  'time/bare-days':
    'counted from Thu 2026-06-04, 2 calendar days end Sat 2026-06-06, and 2 of a week from Monday to Friday ' +
    'Mon 2026-06-08',
};

test.each(Object.entries(PAGES))('%s says what it comes to in its own example', async (code, expected) => {
  expect(await consequenceOf(code as Code)).toBe(expected);
});

describe('an end outside hours', () => {
  const desk = (cell: string): string =>
    REGISTRY['assume/ending-outside-hours'].page.wrong.replace(/2 business days.*/, cell);

  test('differs where a ticket keeps the time at which it came', async () => {
    const cell =
      '2 business days in Office at same time, received outside hours as received, day of receipt does not count';
    expect(await consequenceOf('assume/ending-outside-hours', desk(cell))).toBe(
      'received Fri 2026-06-05 18:00, `2 business days in Office at same time` is due Tue 2026-06-09 18:00; ' +
        'moved to the next opening it would be Wed 2026-06-10 09:00',
    );
  });

  test('is no matter where every ticket is first moved into hours, and nothing is said', async () => {
    expect(await consequenceOf('assume/ending-outside-hours')).toBeNull();
  });
});

describe('an abbreviation', () => {
  const zone = (name: string): string =>
    `calendar Office {\n  zone      ${name}\n  open      Mon..Fri 09:00-17:00\n  closed    2027-01-01\n  holidays  none\n}\n`;

  test('of the American east is an hour off in summer', async () => {
    expect(await consequenceOf('time/zone-abbreviation', zone('EST'))).toBe(
      '`America/New_York` and `fixed -05:00` are 1 h apart from 2027-03-14 to 2027-11-07, and every deadline with them',
    );
  });

  test('of one zone alone has nothing to be apart from', async () => {
    expect(await consequenceOf('time/zone-abbreviation', zone('JST'))).toBeNull();
  });
});

describe('an example', () => {
  test('is set in a week in which the contract holds', async () => {
    const text = REGISTRY['assume/clock'].page.wrong.replace(
      'zone  Europe/Berlin\n}',
      'effective 2028-09-06 in Europe/Berlin\n}',
    );
    expect(await consequenceOf('assume/clock', text)).toContain('opened Mon 2028-09-11 10:00');
  });

  test('outside the years of the holidays is left out', async () => {
    const text = `${REGISTRY['assume/day-of-receipt'].page.wrong.replace('holidays  none', 'holidays  Own')}
holidays Own {
  source  "the provider"
  covers  2030..2030
  2030-12-25  "Christmas"
}
`.replace('zone  Europe/Berlin\n}', 'effective 2028-09-06 in Europe/Berlin\n}');
    expect(await consequenceOf('assume/day-of-receipt', text)).toBeNull();
  });
});

test('a promise of a hundred years, due where no clock is known, is left without an example', async () => {
  const text = REGISTRY['assume/clock'].page.wrong.replace('4 h', '900000 h');
  expect(text).toContain('900000 h');
  expect(await consequenceOf('assume/clock', text)).toBeNull();
});

test('prices are multiplied exactly', async () => {
  const text = REGISTRY['assume/billed'].page.wrong.replace('EUR 10 ', 'EUR 149.95 ');
  expect(await consequenceOf('assume/billed', text)).toContain('billed yearly it would be EUR 1799.40');
});
