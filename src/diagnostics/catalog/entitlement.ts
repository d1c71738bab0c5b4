import { assumption, error, warning } from '../define.ts';
import { addBehind, addToClause, takeOut } from '../fix.ts';
import { desk } from './examples.ts';

const incidents = 'incidents 20 per year, over refused, used when opened, one incident per ticket';
const prepaid = 'incidents prepaid, over refused, used when opened, one incident per ticket';
const hours = 'hours 120 per year, over refused, used when work ends, not rounded';
const charge = 'charge appointment 2 incidents first 1 h, then 1 incident per started 30 min, on conclusion';
const rounded = (order: string): string =>
  `charge work 1 hour per 1 h, outside Office at 2x split at edge, rounded up to 15 min${order}, on closed`;
const rollover = 'rollover incidents up to 15 per year, oldest first, carried once';

/** When a unit of a quota can be used. */
const USED = ['opened', 'answered', 'closed', 'work ends'];

/** Findings about quotas, rollover and charges. */
export const entitlementDiagnostics = {
  'entitlement/standing-use': error<{ thing: string }>({
    message: ({ thing }) => `\`${thing}\` are had and not used up, so this says nothing`,
    help: ({ thing }) => `take it out, or give the \`${thing}\` a period`,
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Three contacts are three contacts on every day; nothing uses one up.',
      wrong: desk('4 h', ['contacts 3, used when opened']),
      right: desk('4 h', ['contacts 3']),
    },
  }),
  'entitlement/one-of-another': error<{ thing: string; other: string }>({
    message: ({ thing, other }) => `a quota of \`${thing}\` does not count a \`${other}\``,
    help: ({ thing }) => `write \`one ${thing.replace(/s$/, '')} per ticket\` or \`… per cause\``,
    page: {
      why: 'What one unit is decides how many are used; it has to be a unit of the same quota.',
      wrong: desk('4 h', [incidents.replace('one incident', 'one visit')]),
      right: desk('4 h', [incidents]),
    },
  }),
  'entitlement/drawn-of-another': error<{ thing: string; other: string }>({
    message: ({ thing, other }) => `a quota of \`${thing}\` is not drawn on in \`${other}\``,
    help: ({ thing }) => `write \`at least 2 ${thing} drawn per month\``,
    page: {
      why: 'The least that counts as used is taken off the same quota, so it is so many of the same.',
      wrong: desk('4 h', [`${hours}, at least 10 visits drawn per month`]),
      right: desk('4 h', [`${hours}, at least 10 hours drawn per month`]),
    },
  }),
  'entitlement/unknown-quota': error<{ thing: string; known: readonly string[] }>({
    message: ({ thing }) => `the plan has no quota of \`${thing}\``,
    help: ({ thing, known }) =>
      known.length === 0
        ? `state it, as in \`${thing} 20 per year, over refused\` or \`${thing} prepaid, over refused\``
        : `it counts ${known.map((each) => `\`${each}\``).join(', ')}`,
    page: {
      why: 'Units that are charged or carried over come out of an account; without a quota there is none.',
      wrong: desk('4 h', ['charge handover 1 incident, on reply']),
      right: desk('4 h', [incidents, 'charge handover 1 incident, on reply']),
    },
  }),
  'entitlement/rollover-order': error<{ thing: string }>({
    message: ({ thing }) => `nothing says which \`${thing}\` are used first, the old ones or the new ones`,
    help: () => 'add `, oldest first` or `, newest first`',
    fixes: (_, place) => ['oldest', 'newest'].map((order) => addToClause(place, `, ${order} first`)),
    page: {
      why: 'With the newest first, those carried over lapse unused; with the oldest first they are used. The invoice differs.',
      wrong: desk('4 h', [incidents, rollover.replace(', oldest first', '')]),
      right: desk('4 h', [incidents, rollover]),
    },
  }),
  'entitlement/rollover-without-period': error<{ thing: string }>({
    message: ({ thing }) => `nothing says when \`${thing}\` that are left go over: they have no period`,
    help: ({ thing }) => `write \`${thing} prepaid per year\`, or \`up to 15 per year\``,
    page: {
      why: 'What is left goes over as a year or a month ends; where none does, nothing is lost and nothing limited.',
      wrong: desk('4 h', [prepaid, rollover.replace('per year', 'in all')]),
      right: desk('4 h', [prepaid, rollover]),
    },
  }),
  'entitlement/rollover-above-quota': warning<{ thing: string; upTo: number; amount: number }>({
    message: ({ thing, upTo, amount }) =>
      `${upTo} \`${thing}\` may roll over, and a period has only ${amount}`,
    help: () => 'lower it, or say `carried again` if what is left may add up over several periods',
    page: {
      why: 'What is carried once is at most what one period had left; a higher limit is never reached and misleads.',
      wrong: desk('4 h', [incidents.replace('20', '10'), rollover]),
      right: desk('4 h', [incidents, rollover]),
    },
  }),
  'entitlement/expiry-unit': error<{ unit: string }>({
    message: ({ unit }) => `units do not expire after a number of \`${unit}\``,
    help: () => 'write weeks, months or years, such as `1 year`',
    page: {
      why: 'What is left of a period lapses on a date that both sides can find in a calendar.',
      wrong: desk('4 h', [incidents, `${rollover}, expires after 40 hours`]),
      right: desk('4 h', [incidents, `${rollover}, expires after 1 year`]),
    },
  }),
  'entitlement/outside-round-the-clock': error<Record<string, never>>({
    message: () => 'nothing lies outside `24x7`',
    help: () => 'name the calendar outside which time counts more',
    page: {
      why: 'A rate for the time outside hours that never end is never charged.',
      wrong: desk('4 h', [`${hours}, outside 24x7 at 2x split at edge`]),
      right: desk('4 h', [`${hours}, outside Office at 2x split at edge`]),
    },
  }),
  'entitlement/then-without-first': error<Record<string, never>>({
    message: () => '`then` has no first stretch to follow',
    help: () => 'write `2 incidents first 1 h, then 1 incident per started 30 min`',
    page: {
      why: 'Where the price before is for the whole of the work, or for each part of it, nothing is left for the next.',
      wrong: desk('4 h', [incidents, charge.replace(' first 1 h', '')]),
      right: desk('4 h', [incidents, charge]),
    },
  }),
  'entitlement/grace-too-long': error<Record<string, never>>({
    message: () => 'the time that is not counted is as long as the step to which work is rounded',
    help: () => 'make it shorter than the step: `rounded up to 15 min after 5 min`',
    page: {
      why: 'A grace of a whole step would round down and never up.',
      wrong: desk('4 h', [hours, 'charge work 1 hour per 1 h, rounded up to 15 min after 15 min, on closed']),
      right: desk('4 h', [hours, 'charge work 1 hour per 1 h, rounded up to 15 min after 5 min, on closed']),
    },
  }),
  'entitlement/order-without-split': error<Record<string, never>>({
    message: () => 'no work is split here, so nothing is rounded before or after that',
    help: () =>
      'take `before splitting` or `after splitting` out, or say `split at edge` where hours count differently',
    page: {
      why: 'The order of rounding and splitting is a question only where the edge of a calendar cuts work in two.',
      wrong: desk('4 h', [
        hours,
        'charge work 1 hour per 1 h, rounded up to 15 min after splitting, on closed',
      ]),
      right: desk('4 h', [hours, 'charge work 1 hour per 1 h, rounded up to 15 min, on closed']),
    },
  }),
  'entitlement/sum-before-splitting': error<Record<string, never>>({
    message: () =>
      'the work of a whole period lies on no side of an edge, so it is split before it is added up',
    help: () => 'write `after splitting`, or round each piece of work by itself',
    page: {
      why: 'A sum of hours has no place in the week; what of it was outside hours is known of its pieces alone.',
      wrong: desk('4 h', [hours, rounded(' per month before splitting')]),
      right: desk('4 h', [hours, rounded(' per month after splitting')]),
    },
  }),
  'entitlement/rounded-units': error<{ thing: string }>({
    message: ({ thing }) => `\`${thing}\` are used as a whole, so no length of work is rounded`,
    help: ({ thing }) => `take it out, or say in a \`charge\` how many \`${thing}\` a length of work takes`,
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Of hours it matters whether 50 minutes are an hour; an incident is one however long it takes.',
      wrong: desk('4 h', [`${incidents}, not rounded`]),
      right: desk('4 h', [incidents]),
    },
  }),
  'entitlement/unknown-charge': error<{ charge: string; known: readonly string[] }>({
    message: ({ charge: name }) => `the plan has no other charge \`${name}\``,
    help: ({ known }) =>
      known.length === 0
        ? 'take it out: nothing else is charged'
        : `it charges ${known.map((each) => `\`${each}\``).join(', ')}`,
    page: {
      why: 'What stands beside a charge, or gives way to it, is another charge of the plan by its name.',
      wrong: desk('4 h', [incidents, `${charge}, besides handover`]),
      right: desk('4 h', [incidents, 'charge handover 1 incident, on reply', `${charge}, besides handover`]),
    },
  }),
  'entitlement/sum-taken-back': error<{ charge: string }>({
    message: ({ charge: name }) =>
      `the work of \`${name}\` is rounded as the sum of a period, so what one ticket was charged of it cannot be taken back`,
    help: ({ charge: name }) =>
      `round \`${name}\` piece by piece (\`rounded up to 15 min\`), or let both be charged: \`besides ${name}\``,
    page: {
      why: 'Of a sum that was rounded no part is a ticket’s own: what is taken back would be too much or too little, by which ticket came first.',
      wrong: desk('4 h', [
        incidents,
        'charge handover 1 incident per 1 h, rounded up to 15 min per month, on reply',
        `${charge}, instead of handover`,
      ]),
      right: desk('4 h', [
        incidents,
        'charge handover 1 incident per 1 h, rounded up to 15 min, on reply',
        `${charge}, instead of handover`,
      ]),
    },
  }),
  'entitlement/not-worked-time': error<{ unit: string }>({
    message: ({ unit }) => `a \`${unit}\` of work has no length`,
    help: () => 'write minutes or hours',
    page: {
      why: 'Work is charged by time spent; a month of work is no number of hours.',
      wrong: desk('4 h', [hours, 'charge work 1 hour per started 1 month, on closed']),
      right: desk('4 h', [hours, 'charge work 1 hour per started 1 h, on closed']),
    },
  }),
  'assume/used-when': assumption<{ thing: string; when: string }>({
    message: ({ thing, when }) =>
      `\`${thing}\` are used ${when === 'opened' ? 'as soon as the ticket is opened' : 'when the work on the ticket ends'}`,
    help: ({ when }) =>
      `state it: \`, used when ${when}\`, or ${USED.filter((each) => each !== when)
        .map((each) => `\`${each}\``)
        .join(', ')}`,
    fixes: ({ when }, place) => [addToClause(place, `, used when ${when}`)],
    page: {
      why: 'A ticket opened in May and closed in June uses up May’s quota or June’s.',
      wrong: desk('4 h', [incidents.replace(', used when opened', '')]),
      right: desk('4 h', [incidents]),
    },
  }),
  'assume/one-incident': assumption<Record<string, never>>({
    message: () => 'every ticket is one incident',
    help: () => 'state it: `, one incident per ticket` or `, one incident per cause`',
    fixes: (_, place) => ['ticket', 'cause'].map((each) => addToClause(place, `, one incident per ${each}`)),
    page: {
      why: 'Ten users reporting one outage are ten tickets and one cause.',
      wrong: desk('4 h', [incidents.replace(', one incident per ticket', '')]),
      right: desk('4 h', [incidents]),
    },
  }),
  'assume/off-hours-parts': assumption<{ calendar: string }>({
    message: ({ calendar }) =>
      `work that crosses the edge of \`${calendar}\` is split there, and each part counts by its own rate`,
    help: () => 'state it: `split at edge`, `by start` or `whole`',
    fixes: (_, place) => ['split at edge', 'by start', 'whole'].map((how) => addBehind(place, ` ${how}`)),
    page: {
      why: 'An hour from 16:30 to 17:30 at double rate after 17:00 is an hour and a half, one hour or two.',
      wrong: desk('4 h', [`${hours}, outside Office at 2x`]),
      right: desk('4 h', [`${hours}, outside Office at 2x split at edge`]),
    },
  }),
  'assume/rounding-order': assumption<Record<string, never>>({
    message: () =>
      'the work is rounded as a whole and then split: what is added counts as the end of it does',
    help: () => 'state it: `rounded … before splitting` or `rounded … after splitting`',
    fixes: (_, place) => ['before', 'after'].map((order) => addBehind(place, ` ${order} splitting`)),
    page: {
      why: 'Half an hour within hours and twenty minutes after them are fifty minutes, rounded up to an hour, or half an hour and another half at double.',
      wrong: desk('4 h', [hours, rounded('')]),
      right: desk('4 h', [hours, rounded(' before splitting')]),
    },
  }),
  'assume/hours-rounding': assumption<Record<string, never>>({
    message: () => 'work draws on the `hours` to the second: nothing is rounded',
    help: () => 'state it: `, not rounded` or `, rounded up to 15 min`, or `charge` the work',
    fixes: (_, place) => [', not rounded', ', rounded up to 15 min'].map((said) => addToClause(place, said)),
    page: {
      why: 'Forty calls of ten minutes are under seven hours, or forty where each begun hour counts.',
      wrong: desk('4 h', [hours.replace(', not rounded', '')]),
      right: desk('4 h', [hours]),
    },
  }),
  'assume/charges-together': assumption<{ charge: string; others: readonly string[] }>({
    message: ({ charge: name, others }) =>
      `a ticket with \`${name}\` and \`${others.join('`, `')}\` is charged for ${others.length === 1 ? 'both' : 'all of them'}`,
    help: ({ others }) =>
      `state it: \`, besides ${others.join(' and ')}\` or \`, instead of ${others.join(' and ')}\``,
    fixes: ({ others }, place) =>
      ['besides', 'instead of'].map((how) => addBehind(place, `, ${how} ${others.join(' and ')}`)),
    page: {
      why: 'A ticket that is handed over and then needs an appointment is three incidents, or two.',
      wrong: desk('4 h', [incidents, 'charge handover 1 incident, on reply', charge]),
      right: desk('4 h', [incidents, 'charge handover 1 incident, on reply', `${charge}, besides handover`]),
    },
  }),
  'assume/rollover-cap': assumption<{ thing: string; upTo: number }>({
    message: ({ thing, upTo }) =>
      `at any time at most ${upTo} \`${thing}\` are carried over, whenever they came`,
    help: ({ upTo }) => `state it: \`up to ${upTo} in all\`, or \`up to ${upTo} per year\``,
    fixes: (_, place) => [' in all', ' per year'].map((of) => addBehind(place, of)),
    page: {
      why: 'Fifteen a year that may be carried again add up over the years; fifteen in all never do.',
      wrong: desk('4 h', [incidents, rollover.replace(' per year', '')]),
      right: desk('4 h', [incidents, rollover]),
    },
  }),
  'assume/charged-on': assumption<{ charge: string }>({
    message: ({ charge: name }) => `\`${name}\` is charged when the ticket closes`,
    help: () => 'state it: `, on closed`, `, on reply` or another event',
    fixes: (_, place) => [addToClause(place, ', on closed')],
    page: {
      why: 'The event decides which period pays, and whether a ticket that is withdrawn pays at all.',
      wrong: desk('4 h', [incidents, charge.replace(', on conclusion', '')]),
      right: desk('4 h', [incidents, charge]),
    },
  }),
  'assume/carried': assumption<{ thing: string }>({
    message: ({ thing }) => `\`${thing}\` that were carried over are not carried over again`,
    help: () => 'state it: `, carried once` or `, carried again`',
    fixes: (_, place) => ['once', 'again'].map((often) => addToClause(place, `, carried ${often}`)),
    page: {
      why: 'Carried again, what is left adds up over the years to the limit; carried once, it lapses after one more.',
      wrong: desk('4 h', [incidents, rollover.replace(', carried once', '')]),
      right: desk('4 h', [incidents, rollover]),
    },
  }),
  'entitlement/else-of-no-requirement': error<{ says: string }>({
    message: ({ says }) => `\`${says}\` asks nothing of anybody, so nothing follows where it is not met`,
    help: () => 'take `else …` out, or say what is asked for with `requires`',
    page: {
      why: 'A consequence belongs to an obligation.',
      wrong: desk('4 h', ['advice "call rather than write" else best effort']),
      right: desk('4 h', ['requires "a contact who can be reached" else best effort']),
    },
  }),
  'assume/pack-validity': assumption<{ pack: string }>({
    message: ({ pack }) =>
      `how long \`${pack}\` can be used is not said: read as for as long as the plan is held`,
    help: () => 'add `, valid 12 months` or `, valid without limit`',
    page: {
      why: 'What was bought and not used is lost at some day, or never.',
      wrong: desk('4 h', [incidents, 'pack "five more" EUR 400, gives 5 incidents']),
      right: desk('4 h', [incidents, 'pack "five more" EUR 400, gives 5 incidents, valid 12 months']),
    },
  }),
};
