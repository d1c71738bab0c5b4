/**
 * Random contracts of one desk with three promises, two plans and whatever a contract can say of a ticket that goes on:
 * what a change does to clocks that run, pauses, messages, rules of every trigger, closing, escalation.
 */
import * as fc from 'fast-check';

const HOURS = ['4 h in B', '8 h in B', '16 h in B', '6 h', '30 h', '4 h in Desk', 'at once'] as const;

const DATES = [
  '2 business days in B at close',
  '1 business day in B at same time, received outside hours as received',
  '2 business days in B at close, received outside hours at next opening, day of receipt does not count, cut-off 16:00',
  '2 calendar days in B at 12:00, received outside hours as received, day of receipt does not count, ending outside hours stays',
  '1 to 2 business days in B at close, received outside hours at next opening, day of receipt does not count, cut-off 15:00',
] as const;

const PICKED = [
  'later of 8 h and 6 h in B',
  'earlier of 30 h and 2 business days in B at close',
  'earlier of 1 business day in B at close, received outside hours at next opening, day of receipt does not count, cut-off 16:00 and 2 business days in Late at close, received outside hours at next opening, day of receipt does not count, cut-off 12:00',
] as const;

const limit = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOURS) },
  { weight: 2, arbitrary: fc.constantFrom(...DATES) },
  { weight: 1, arbitrary: fc.constantFrom(...PICKED) },
);
const cell = fc.oneof(
  { weight: 8, arbitrary: limit },
  { weight: 1, arbitrary: fc.constantFrom('4 to 8 h in B', '2 to 6 h') },
  { weight: 1, arbitrary: fc.constantFrom('best effort', 'not offered') },
);
/** What hangs on another clock, or comes again and again. */
const second = fc.oneof(
  limit,
  fc.constantFrom(
    'every 2 h in B until resolve',
    'every 6 h',
    '2 h before resolve is due',
    '4 h in B after respond is due',
    '2 to 4 h after respond',
    '3 h in B after "handed over"',
    'best effort',
  ),
);

const change = fc
  .record({
    basis: fc.constantFrom(
      'count from open',
      'count from the change',
      'count from described',
      'keep elapsed',
      'proportional',
      'keep old',
    ),
    earlier: fc.boolean(),
    floor: fc.constantFrom(
      '',
      '',
      'never due less than 30 min after the change',
      'never due less than 2 h in B after described',
    ),
    late: fc.constantFrom('deadline', 'change'),
    breach: fc.constantFrom('stays a breach', 'is forgotten'),
  })
  .map(({ basis, earlier, floor, late, breach }) => {
    if (basis === 'keep old') return basis;
    const more = [...(earlier ? ['earlier of old and new'] : []), ...(floor === '' ? [] : [floor])];
    return [basis, ...more, `late from the ${late}`, `a breach ${breach}`].join(', ');
  });

const WITHIN = 'within 2 business days ending at close in B';
const reopen = fc.constantFrom(
  'never',
  `${WITHIN} continues, met is withdrawn`,
  `${WITHIN} continues, met stands`,
  `${WITHIN} starts afresh, met stands`,
  `${WITHIN} starts afresh, met is withdrawn`,
  `${WITHIN} runs on, met is withdrawn`,
  'within 40 h runs on, met stands',
);

const starts = fc.constantFrom(
  'starts on opened',
  'starts on opened',
  'starts on described',
  'starts on last of opened, described',
  'starts on opened then acknowledged',
  'starts on described when urgent; starts on opened',
  'starts on opened then acknowledged when channel = phone',
  'starts on first of described, acknowledged unless severity = P1; starts on opened',
);

const pauseLines = fc
  .subarray([
    'pauses while waiting for customer, third party',
    'pauses while waiting for customer, at most 3 h in B each',
    'pauses while third party, at most 5 h together',
    'pauses while waiting for customer, at most 1 business day ending at close in B together when severity = P1',
    'pauses while third party when urgent',
    'pauses during Maintenance',
    'pauses during Maintenance, at most 1 h each',
    'pauses during Maintenance, at most 3 h together unless urgent',
    'counts only while "with an agent"',
  ])
  .filter((lines) => lines.filter((line) => line.includes('Maintenance')).length <= 1)
  .map((lines) => (lines.length === 0 ? 'pauses never' : lines.join('; ')));

const closes = fc.constantFrom(
  '',
  '',
  '',
  '; closes after 20 h of silence, reminder after 5 h, reminder 2 h before',
  '; closes after 2 business days ending at close in B of waiting for customer, reminder after 1 business day, reminder 30 min before',
  '; closes after 3 h in B of third party',
);

const clock = fc
  .record({
    starts,
    stops: fc.constantFrom(
      'resolved',
      'resolved, reply',
      'resolved, reply at last',
      'resolved; stops not on call',
    ),
    pauses: pauseLines,
    days: fc.constantFrom('', '; days skip dates paused', '; days add time paused'),
    every: fc.constantFrom(
      '',
      '',
      '; every "customer reply", oldest message',
      '; every "customer reply", newest message',
      '; every "customer reply", oldest message, messages within 30 min are one',
      '; every "customer reply", newest message, messages within 2 h are one',
    ),
    reopen,
    closes,
  })
  .map((said) => {
    const days = said.pauses === 'pauses never' ? '' : said.days;
    return `${said.starts}; stops on ${said.stops}; ${said.pauses}${days}${said.every}; reopen ${said.reopen}${said.closes}`;
  });

const RULES = [
  'rule "too little" on opened when not described then severity P3, tell customer',
  'rule "partly restored" on restored partly then lower P1 to P2 or P2 to P3, if customer agrees, silence refuses',
  'rule "half of it" on restored partly then lower to P3, tell customer, if customer agrees, silence agrees after 3 h in B',
  'rule "looked at" on acknowledged when severity = P3 then raise to P1, tell customer',
  'rule "by mail" when channel = phone then severity at most P2',
  'rule "test bench" when urgent and severity = P1 then severity at most P3',
  'rule "as it is" on described then severity by facts',
  'rule "told again" on lowered then tell "the lead"',
  'rule "asked back" on reply when urgent then wait',
  'rule "silent" after 4 h in B in silence then lower P1 to P2 or P2 to P3',
  'rule "no answer" after 2 h in waiting for customer then tell customer, after 3 more h then tell "the desk", wait, after 1 more h then close, reset by call',
  'rule "kept" after 5 h in closed then tell "the archive"',
  'rule "who has it" after 1 business day ending at close in B in third party when not urgent then raise to P1, tell "the lead"',
  'rule "soon" at 1 h before resolve is due then tell "the lead", raise P3 to P2',
  'rule "late" at 30 min after resolve is due then raise to P1, tell customer',
  'rule "late for an answer" at 90 min after respond is due when severity != P1 then tell "the lead"',
  'escalate resolve at 50% to "one", at 87.5% to "two", at 100% to "three"',
  'escalate respond at 33% to "one", at 150% to "two"',
] as const;

const severities = fc.constantFrom(
  'P1 "nobody can work"\n  P2 "some cannot"\n  P3 "a question"',
  'P1 "nobody can work" when urgent and described\n  P2 "some cannot" when urgent\n  P3 "a question" otherwise',
);

const version = fc.record({
  p1: cell,
  p2: cell,
  p3: cell,
  respond: fc.constantFrom('1 h', '2 h in B', '3 h', 'best effort'),
  seconds: fc.tuple(second, second),
  plus: fc.option(fc.tuple(cell, second)),
  test: fc.option(fc.tuple(cell, second)),
  wish: fc.option(cell),
  deskUse: fc.constantFrom(
    '24x7 for phone',
    '24x7 for phone',
    'Late for place test',
    'Late for wish',
    '24x7 for place live',
  ),
  raise: change,
  lower: change,
  channel: fc.option(change),
  type: fc.option(change),
  fact: fc.option(change),
  plan: fc.option(change),
  completion: fc.option(change),
  correction: fc.option(change),
  clock,
  own: fc.option(clock),
  respondPauses: fc.constantFrom('pauses never', 'pauses while waiting for customer'),
  updateStarts: fc.constantFrom('opened', 'acknowledged', 'reply'),
  rules: fc.subarray([...RULES], { maxLength: 5 }),
  ofPlus: fc.subarray(
    [
      'rule "only plus" on described then raise to P1',
      'escalate resolve at 25% to "the owner"',
      'on raise keep old',
      'eligible when urgent else refuse "it is not urgent"',
      'exclude "what others did" for P1, P2 when not urgent',
      'exclude "what comes by telephone" for phone',
      'exclude "what is described" when described and urgent',
      'languages English, German',
    ],
    { maxLength: 3 },
  ),
  severities,
});

type Said = (typeof version extends fc.Arbitrary<infer T> ? T : never) & { readonly header: string };

function textOf(said: Said): string {
  const isGraded = said.severities.includes('otherwise');
  const rules = said.rules.filter((rule) => isGraded || !rule.includes('by facts'));
  const changes = [
    ['channel', said.channel],
    ['plan', said.plan],
    ['type', said.type],
    ['a fact', said.fact],
  ].flatMap(([of, clause]) => (clause === null ? [] : [`on change of ${of} ${clause}`]));
  const plus =
    said.plus === null
      ? ''
      : `targets {\n    resolve | update\n    P1 | ${said.plus[0]} | ${said.plus[1]}\n  }`;
  const test =
    said.test === null
      ? ''
      : `targets for place test {\n    resolve | update\n    P2 | ${said.test[0]} | ${said.test[1]}\n  }`;
  const wish = said.wish === null ? '' : `targets for wish {\n    resolve\n    P1, P3 | ${said.wish}\n  }`;
  return `contract "Desk" version "1" {
  zone Europe/Berlin
  ${said.header}
}
facts {
  described yes or no
  urgent yes or no
  language one of English, German, French
  place one of live, test
}
severities {
  ${said.severities}
}
type bug
type wish
channel web
channel phone
state "with an agent" "somebody works on it"
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
calendar Late { zone Europe/Berlin; open Mon..Sat 14:00-22:00; holidays none }
calendar Maintenance { zone Europe/Berlin; open Mon..Sun 10:30-13:00; holidays none }
calendar Desk { use B; use ${said.deskUse} }
clock respond { starts on opened; stops on reply; ${said.respondPauses}; reopen never }
clock resolve { ${said.clock} }
clock update { starts on ${said.updateStarts}; stops on update; pauses never; reopen never }
plan Basic {
  targets {
    respond | resolve | update
    P1 | ${said.respond} | ${said.p1} | ${said.seconds[0]}
    P2 | ${said.respond} | ${said.p2} | ${said.seconds[1]}
    P3 | ${said.respond} | ${said.p3} | best effort
  }
  ${test}
  ${wish}
}
plan Plus extends Basic {
  ${plus}
  ${said.own === null ? '' : `clock resolve { ${said.own} }`}
  ${said.ofPlus.join('\n  ')}
}
on raise ${said.raise}
on lower ${said.lower}
${said.completion === null ? '' : `on completion ${said.completion}`}
${said.correction === null ? '' : `on correction ${said.correction}`}
${[...changes, ...rules].join('\n')}
`;
}

const binds = fc.constantFrom('binds by opened', 'binds by acknowledged');
const inFlight = fc.constantFrom(
  'tickets in flight keep old',
  'tickets in flight count from open',
  'tickets in flight count from the change',
  'tickets in flight keep elapsed',
  'tickets in flight proportional',
);

/** One version of a contract. */
export const contractText: fc.Arbitrary<string> = version.map((said) => textOf({ ...said, header: '' }));

/** The versions of a contract, oldest first; the second comes into force in the days of which histories tell. */
export const contractTexts: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 3, arbitrary: contractText.map((text) => [text]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(version, version, binds, inFlight, fc.constantFrom('2026-03-27', '2026-03-29', '2026-03-30'))
      .map(([old, next, bound, flight, from]) => [
        textOf({ ...old, header: `effective 2026-01-01 in Europe/Berlin\n  ${bound}` }),
        textOf({ ...next, header: `effective ${from} in Europe/Berlin\n  ${bound}\n  ${flight}` }),
      ]),
  },
);
