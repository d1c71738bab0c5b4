import type { PlanClockTerms } from '../../plan/clock-model.ts';
import type { CompiledPlan, PlanClock } from '../../plan/model.ts';
import type { Alteration, CoverageItem } from './coverage-model.ts';
import { longerStretch, unitOfStretch } from './stretch-alterations.ts';

/** What starts, stops, pauses, repeats, reopens and closes. */
export function clockItems({ clocks, plans }: CompiledPlan): readonly CoverageItem[] {
  return clocks.flatMap((clock, index) => {
    const cells = plans.flatMap(({ targets }) => targets.filter(({ metric }) => metric === clock.metric));
    const isTimed = cells.some(({ promise }) => promise.kind !== 'word');
    const items = itemsOfClock(clock, index);
    if (isTimed) return items;
    return items.map((item) => ({ ...item, unreachable: 'each of its cells is a word, so there is no time to count' }));
  });
}

type Change = readonly [what: string, change: (clock: PlanClock) => PlanClock];

const GONE = 'not at all';

function itemsOfClock(clock: PlanClock, index: number): readonly CoverageItem[] {
  const { metric, terms, origin } = clock;
  const item = (words: string, ...alterations: readonly Change[]): CoverageItem => ({
    kind: 'rule',
    words: `clock ${metric} ${words}`,
    origin,
    plans: null,
    alterations: alterations.map(([what, change]): Alteration => ({
      what,
      alter: (plan) => ({ ...plan, clocks: plan.clocks.map((each, i) => (i === index ? change(each) : each)) }),
    })),
    unreachable: null,
  });
  return [
    ...startItems(terms, item),
    ...clock.stopsOn
      .filter((event) => !terms.stopsNotOn.includes(event))
      .map((event) =>
        item(`stops on ${event}`, [
          GONE,
          (each) => ({ ...each, stopsOn: each.stopsOn.filter((old) => old !== event) }),
        ]),
      ),
    ...(terms.stopsAt === 'last' ? [item('stops at the last', ['the first', put({ stopsAt: 'first' })])] : []),
    ...pauseItems(terms, item),
    ...terms.countsOnlyWhile.map((state) =>
      item(`counts while ${state}`, [
        GONE,
        change(({ countsOnlyWhile }) => ({ countsOnlyWhile: countsOnlyWhile.filter((old) => old !== state) })),
      ]),
    ),
    ...reopenItems(terms, item),
    ...closingItems(terms, item),
    ...repeatItems(terms, item),
  ];
}

type Item = (words: string, ...alterations: readonly Change[]) => CoverageItem;

function put(terms: Partial<PlanClockTerms>): (clock: PlanClock) => PlanClock {
  return change(() => terms);
}

function change(terms: (terms: PlanClockTerms) => Partial<PlanClockTerms>): (clock: PlanClock) => PlanClock {
  return (clock) => ({ ...clock, terms: { ...clock.terms, ...terms(clock.terms) } });
}

function startItems({ starts }: PlanClockTerms, item: Item): readonly CoverageItem[] {
  return starts.flatMap((start, line) => {
    const withLine = (other: typeof start | null) =>
      change((terms) => ({
        starts: terms.starts.flatMap((old, i) => (i !== line ? [old] : other === null ? [] : [other])),
      }));
    const guarded =
      start.when === null
        ? []
        : [item('starts where its condition fails', ['without it', withLine({ ...start, when: null })])];
    if (start.kind === 'previous ticket ends') {
      return [
        {
          ...item(`starts as the previous ticket of the ${start.of} ends`, [GONE, withLine(null)]),
          unreachable: 'a scenario is the story of one ticket',
        },
      ];
    }
    const events = start.steps.flatMap((step, k) =>
      step.events.map((event) => {
        const without = start.steps.map((old, n) =>
          n === k ? { ...old, events: old.events.filter((each) => each !== event) } : old,
        );
        return item(`starts on ${event}`, [GONE, withLine({ ...start, steps: without })]);
      }),
    );
    return [...events, ...guarded];
  });
}

function pauseItems(
  { pauses, pausedDays }: PlanClockTerms,
  item: Item,
): readonly CoverageItem[] {
  const lines = pauses.flatMap((pause, line) => {
    const withLine = (other: typeof pause | null) =>
      change((terms) => ({
        pauses: terms.pauses.flatMap((old, i) => (i !== line ? [old] : other === null ? [] : [other])),
      }));
    return [
      ...pause.states.map((state) =>
        item(`pauses while ${state}`, [
          GONE,
          withLine({ ...pause, states: pause.states.filter((each) => each !== state) }),
        ]),
      ),
      ...(pause.during === null ? [] : [item('pauses during a calendar', [GONE, withLine(null)])]),
      ...(pause.cap === null
        ? []
        : [
            item(
              'pauses no longer than that',
              ['for ever', withLine({ ...pause, cap: null })],
              [
                `${unitOfStretch(pause.cap.by)} longer`,
                withLine({ ...pause, cap: { ...pause.cap, by: longerStretch(pause.cap.by) } }),
              ],
            ),
          ]),
      ...(pause.when === null
        ? []
        : [item('pauses where its condition fails', ['without it', withLine({ ...pause, when: null })])]),
    ];
  });
  if (pauses.length === 0 || pausedDays === 'run on') return lines;
  return [...lines, item(`counts days over a pause: ${pausedDays}`, ['run on', put({ pausedDays: 'run on' })])];
}

function reopenItems({ reopen }: PlanClockTerms, item: Item): readonly CoverageItem[] {
  if (reopen.does === 'never') return [];
  const other = reopen.does === 'continues' ? 'runs on' : 'continues';
  return [
    item(
      `${reopen.does} when reopened`,
      ['never', put({ reopen: { ...reopen, does: 'never' } })],
      [other, put({ reopen: { ...reopen, does: other } })],
    ),
    ...(reopen.within === null
      ? []
      : [item('is not taken up again after that', ['at any time', put({ reopen: { ...reopen, within: null } })])]),
    ...(reopen.met === null
      ? []
      : [
          item(`reopened: what was met ${reopen.met}`, [
            'the other way',
            put({ reopen: { ...reopen, met: reopen.met === 'stands' ? 'is withdrawn' : 'stands' } }),
          ]),
        ]),
  ];
}

function closingItems({ closes }: PlanClockTerms, item: Item): readonly CoverageItem[] {
  if (closes === null) return [];
  return [
    item(
      `closes the ticket after its time in ${closes.state}`,
      [GONE, put({ closes: null })],
      [`${unitOfStretch(closes.after)} later`, put({ closes: { ...closes, after: longerStretch(closes.after) } })],
    ),
    ...closes.reminders.map((_, line) =>
      item(`reminds the customer${closes.reminders.length === 1 ? '' : `, ${line + 1}`}`, [
        GONE,
        put({ closes: { ...closes, reminders: closes.reminders.filter((__, i) => i !== line) } }),
      ]),
    ),
  ];
}

function repeatItems({ repeats }: PlanClockTerms, item: Item): readonly CoverageItem[] {
  if (repeats === null) return [];
  const from = repeats.from === 'oldest' ? 'newest' : 'oldest';
  return [
    item(`runs anew at each ${repeats.on}`, ['once', put({ repeats: null })]),
    item(`counts from the ${repeats.from} message`, [`the ${from}`, put({ repeats: { ...repeats, from } })]),
    ...(repeats.group === null
      ? []
      : [item('takes messages together', [GONE, put({ repeats: { ...repeats, group: null } })])]),
  ];
}
