// Writes a contract of any length: product after product, each with its calendars, three plans that extend one another,
// and a story to test them by. The same seed gives the same text. It checks without an error, a warning or an
// assumption, so that whatever is found in it after a change was made by the change.
//
//   node bench/generate-contract.mjs 10000 > long.plan

import { pathToFileURL } from 'node:url';

/** Whole numbers below a bound, the same for the same seed (Mulberry32). */
function drawer(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney', 'America/Sao_Paulo'];

const HEAD = `# Support for a catalogue of products.

contract "Catalogue support" version "1" {
  provider   "The maker"
  customer   "a subscriber"
  effective  2026-01-01 in Europe/Berlin
  currency   EUR
  binds      by opened
  tickets    in flight keep old
  holidays   do not close 24x7
}

facts {
  impact         one of all, many, some
  workaround     yes or no
  environment    one of production, staging, test
  named_contact  yes or no
  planned_event  yes or no
  servers        number
}

severities {
  S1  critical  "nobody can work and there is no way round"  when impact = all and not workaround
  S2  high      "a main function fails"                      when impact = many or (impact = all and workaround)
  S3  low       "slower or awkward, a question"              otherwise
}

regions by site {
  AMER   "the Americas"             zone America/New_York  holidays Common
  EMEA   "Europe and Africa"        zone Europe/London     holidays Common
  JAPAN  "Japan"                    zone Asia/Tokyo        holidays Common
  ANZ    "Australia, New Zealand"   zone Australia/Sydney  holidays none
}

holidays Common {
  covers 2024..2032
  every 01-01             "New Year's Day"  observed nearest weekday
  every 05-01             "Labour Day"
  every last Mon of 08    "Summer holiday"
  every 12-24 from 14:00  "Christmas Eve"
  every 12-25             "Christmas Day"  observed Mon if Sat or Sun
}

clock respond {
  starts  on opened
  stops   on reply, call
}

clock workaround {
  starts  on opened
  stops   on workaround, resolved
  pauses  never
  reopen  never
}

clock resolve {
  starts  on opened
  stops   on resolved
  reopen  never
  pauses  while waiting for customer
  days    skip dates paused
}

rule "not production" when environment != production then severity at most S2
rule "no description" on opened when impact = some and not workaround then tell "the desk"
on raise count from open, a breach stays a breach, late from the change
on lower keep elapsed, a breach stays a breach
`;

/** One product: about 90 lines. */
function product(number, draw) {
  const name = `Product${number}`;
  const zone = ZONES[draw(ZONES.length)];
  const opens = 7 + draw(3);
  const closes = 16 + draw(4);
  const time = (hour) => `${String(hour).padStart(2, '0')}:00`;
  const day = () => String(1 + draw(27)).padStart(2, '0');
  const first = 2 + draw(3);
  const price = 100 + draw(900);
  return `
# ${name}: sold since ${2010 + draw(15)}.

holidays ${name}Days {
  source "the calendar of ${name}"
  covers 2024..2032
  every 03-${day()}  "Founding day"
  2026-06-${day()}  from 12:00  "Summer party"
  2027-06-${day()}  "Move to the new building"
}

calendar ${name}Office "office hours" {
  zone      ${zone}
  open      Mon..Thu ${time(opens)}-12:00, 13:00-${time(closes)}
  open      Fri ${time(opens)}-15:00
  open      Mon..Fri ${time(opens + 1)}-15:00 for type request
  season    "summer" 2026-07-01 .. 2026-08-31 { open Mon..Fri ${time(opens)}-14:00 }
  holidays  ${name}Days, Common
  closed    2026-11-${day()} "stocktaking"
  closed    every 12-27..12-30 "year's end"
  open      on 2026-05-${day()} 10:00-15:00 "short day"
}

calendar ${name}Local {
  zone      of region
  open      Mon..Fri 08:00-18:00
  open      Mon..Fri 09:00-17:00 for ANZ
  holidays  of region
}

calendar ${name}Weekend {
  zone      ${zone}
  open      Fri ${time(closes)} .. Mon ${time(opens)}
  holidays  none
}

calendar ${name}Cover = ${name}Office or ${name}Weekend
calendar ${name}Quiet = 24x7 except ${name}Cover

plan ${name}Basic "the smallest" {
  coverage   receive, consult, resolve in ${name}Office
  coverage   administer in ${name}Quiet
  channels   web, email
  business   hours in ${name}Office
  business   days in ${name}Office at close, received outside hours at next opening, day of receipt does not count,
             ending outside hours at next opening
  targets {
        respond                         | resolve
    S1  ${first + 2} business hours     | ${first + 6} business hours
    S2  ${first + 4} business hours     | ${first + 2} business days
    S3  ${first + 8} business hours     | ${first + 4} business days
  }
  incidents  ${2 + draw(5)} per month, over refused, used when opened, one incident per cause
  price      EUR ${price} per month, billed yearly
  eligible   when named_contact else refuse "only named contacts may ask"
  exclude    "planned events" when planned_event
  include    "security patches"
  feature    "Reports of ${name}"  no
  feature    "Training"  optional
}

plan ${name}Plus extends ${name}Basic also called "${name} Plus" {
  coverage   receive, resolve in ${name}Cover for S1
  channel    phone for S1
  targets {
        respond              | resolve
    S1  ${first} h in ${name}Cover | ${first + 4} h in ${name}Cover
  }
  attain     90% of respond per month of tickets closed, except none for S1
  incidents  ${8 + draw(5)} per month, over billed, used when opened, one incident per cause
  price      EUR ${2 * price} per month, billed yearly
  feature    "Reports of ${name}"  yes
}

plan ${name}Premier extends ${name}Plus {
  coverage   receive, consult, resolve in 24x7
  coverage   administer in ${name}Local
  channel    phone
  targets {
             respond | workaround | resolve
    S1       15 min  | 2 h        | ${first} h
    S2, S3   ${first} h     | ${first + 2} h        | ${first + 20} h
  }
  price      EUR ${5 * price} per month, billed yearly
  credit     5% of "the monthly fee" per missed respond, at most 15% per month, claimed within 30 calendar days
  rule       "${name} in use" on opened when environment = production and servers > ${10 + draw(90)} then tell "team lead"
}

scenario "${name}: critical at night" {
  plan      ${name}Premier
  severity  S1
  region    EMEA
  opened    2026-06-12 23:00 in Europe/London
  expect    respond by 2026-06-12 23:15
}
`;
}

/** A contract of at least so many lines. */
export function generateContract(lines, seed = 1) {
  const draw = drawer(seed);
  let text = HEAD;
  let written = HEAD.split('\n').length - 1;
  for (let number = 1; written < lines; number++) {
    const part = product(number, draw);
    text += part;
    written += part.split('\n').length - 1;
  }
  return text;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(generateContract(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)));
}
