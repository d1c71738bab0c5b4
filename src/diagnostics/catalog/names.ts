import { didYouMean, error } from '../define.ts';
import { insertAt, spellAs, writeInstead } from '../fix.ts';
import { synonymOf } from '../synonyms.ts';
import { desk } from './examples.ts';

/** As many names as one looks through; of a long contract the first of them. */
const MOST_NAMES = 24;

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const others = names.length - shown.length;
  return others === 0 ? shown.join(', ') : `${shown.join(', ')} and ${others} more`;
}

/** Words of the contract's own that one line declares. */
const DECLARED = ['channel', 'activity', 'metric', 'type', 'event', 'state'];

/** How a name is made one that is known, where a line is enough. */
function another(kind: string, name: string): string {
  const word = DECLARED.find((declared) => kind.split(' or ').includes(declared));
  const written = /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `"${name}"`;
  return word === undefined ? '' : `; one of your own is declared: \`${word} ${written}\``;
}

const FACTS = 'facts { language one of German, English; addon yes or no; users number }\n';

/** Findings about what names stand for. */
export const nameDiagnostics = {
  'names/unknown': error<{
    kind: string;
    name: string;
    nearest: string | null;
    candidates: readonly string[];
  }>({
    message: ({ kind, name }) => `there is no ${kind} \`${name}\``,
    help: ({ kind, name, nearest, candidates }) =>
      didYouMean(nearest) ??
      (candidates.length === 0
        ? `declare a ${kind} first`
        : `known ${candidates.length === 1 ? 'is' : 'are'} ${someOf(candidates)}${another(kind, name)}`),
    // A name from another document is a guess, however likely.
    fixes: ({ kind, name, nearest }, place) =>
      spellAs(place, nearest).map((fix) =>
        synonymOf(kind, name) === nearest ? { ...fix, applicability: 'suggested' } : fix,
      ),
    // A name that is missing where it should be declared is one mistake, however often it is used.
    saidOnce: true,
    page: {
      why: 'A name that stands for nothing would leave a promise without its hours, its severity or its plan.',
      wrong: desk('4 h in Offce'),
      right: desk('4 h in Office'),
    },
  }),
  'names/value-without-fact': error<{ fact: string; value: string }>({
    message: ({ fact, value }) => `\`${value}\` is a value of the fact \`${fact}\`, which is not named`,
    help: ({ fact, value }) => `write \`${fact} ${value}\``,
    fixes: ({ fact }, place) => [insertAt(place, place.span.start, `${fact} `)],
    page: {
      why: 'Two facts may share a value, so a line that is narrowed by one says which fact it is of.',
      wrong: FACTS + desk('4 h', ['channels web for German']),
      right: FACTS + desk('4 h', ['channels web for language German']),
    },
  }),
  'names/declared-twice': error<{ kind: string; name: string }>({
    message: ({ kind, name }) => `the ${kind} \`${name}\` is declared twice`,
    help: ({ kind }) =>
      kind === 'column' ? 'keep one of them' : 'give one of them another name, or take it out',
    page: {
      why: 'With two things of one name nobody could say which one a promise means.',
      wrong: `${desk('4 h')}\nplan Basic {\n}\n`,
      right: `${desk('4 h')}\nplan Better extends Basic {\n}\n`,
    },
  }),
  'names/taken': error<{ kind: string; name: string; means: string }>({
    message: ({ kind, name, means }) => `a ${kind} cannot be called \`${name}\`, which stands for ${means}`,
    help: () => 'give it another name',
    page: {
      why: 'A row for `all` speaks of every severity and `holidays none` says that there are none; a thing of that name could never be meant.',
      wrong: desk('4 h').replace('P2  "', 'all  "'),
      right: desk('4 h').replace('P2  "', 'Rest  "'),
    },
  }),
  'names/ambiguous': error<{ name: string; kinds: readonly string[] }>({
    message: ({ name, kinds }) => `\`${name}\` may be a ${kinds.join(' or a ')}`,
    help: ({ name, kinds }) => `say which: ${kinds.map((kind) => `\`for ${kind} ${name}\``).join(' or ')}`,
    fixes: ({ name, kinds }, place) => kinds.map((kind) => writeInstead(place, `${kind} ${name}`)),
    page: {
      why: 'After `for` a name may be a severity, a region, a channel or a type; one that is several of them must say which.',
      wrong: `${desk('4 h')}\nchannel P1 "the red phone"\n`.replace(
        'targets {',
        'coverage resolve in Office for P1\n  targets {',
      ),
      right: `${desk('4 h')}\nchannel P1 "the red phone"\n`.replace(
        'targets {',
        'coverage resolve in Office for severity P1\n  targets {',
      ),
    },
  }),
  'names/narrowed-twice': error<{ kind: string; first: string; second: string }>({
    message: ({ kind, first, second }) =>
      `\`${second}\` narrows the ${kind} again, which is narrowed to \`${first}\` already`,
    help: () =>
      'list names of one kind with `,`; in a table whose first line says `for P1`, the severity of a row is `all`',
    page: {
      why: 'A line holds for the tickets that fit all of its kinds; of two lists of one kind nobody knows whether both hold or either.',
      wrong: desk('4 h').replace('targets {', 'coverage resolve in Office for P1 and P2\n  targets {'),
      right: desk('4 h').replace('targets {', 'coverage resolve in Office for P1, P2\n  targets {'),
    },
  }),
  'names/comma-forgotten': error<{ first: string; second: string }>({
    message: ({ first, second }) => `between \`${first}\` and \`${second}\` stands nothing`,
    help: ({ first, second }) =>
      `write \`${first}, ${second}\` for either; before a name only \`severity\`, \`region\`, \`channel\`, \`type\` or a fact can stand`,
    page: {
      why: 'Two names after `for` may mean either or both. `,` lists names of one kind, `and` joins kinds.',
      wrong: desk('4 h', ['coverage resolve in Office for phone email']),
      right: desk('4 h', ['coverage resolve in Office for phone, email']),
    },
  }),
  'names/fact-without-value': error<{ fact: string; forms: readonly string[] }>({
    message: ({ fact }) => `\`${fact}\` has several values, and the line says none of them`,
    help: ({ forms }) => `write ${forms.map((form) => `\`${form}\``).join(' or ')}`,
    page: {
      why: 'A yes-or-no fact can stand alone after `for`; of a fact with several values a line says which it speaks of.',
      wrong: `${FACTS}${desk('4 h', ['coverage resolve in Office for language'])}`,
      right: `${FACTS}${desk('4 h', ['coverage resolve in Office for language German'])}`,
    },
  }),
  'names/fact-without-few-values': error<{ fact: string }>({
    message: ({ fact }) => `\`${fact}\` has no list of values that a line could be narrowed to`,
    help: ({ fact }) => `declare it by its words, such as \`${fact}  one of small, large\``,
    page: {
      why: 'A line after `for` is chosen by the value of a fact, so the values must be known: words, or yes and no. Numbers and texts are for conditions.',
      wrong: `${FACTS}${desk('4 h', ['coverage resolve in Office for users large'])}`,
      right: `${FACTS}${desk('4 h', ['coverage resolve in Office for addon'])}`,
    },
  }),
  'names/not-a-yes-or-no-fact': error<{ name: string; facts: readonly string[] }>({
    message: ({ name }) => `\`not ${name}\` leaves open which others are meant`,
    help: ({ facts }) =>
      facts.length === 0
        ? 'name those that the line speaks of'
        : `name those that the line speaks of; \`not\` is for yes-or-no facts: ${facts.map((fact) => `\`not ${fact}\``).join(', ')}`,
    page: {
      why: 'What is not yes is no. What is not `phone` may be any channel, or none, and a list that grows later would silently take in the new one.',
      wrong: `${FACTS}${desk('4 h', ['coverage resolve in Office for not phone'])}`,
      right: `${FACTS}${desk('4 h', ['coverage resolve in Office for not addon'])}`,
    },
  }),
  'names/mixed-selector': error<{ first: string; other: string }>({
    message: ({ first, other }) => `\`${first}\` and \`${other}\` are things of different kinds`,
    help: ({ first, other }) =>
      `\`,\` lists names of one kind; write \`for ${first} and ${other}\` when both must hold`,
    page: {
      why: '`for P1, phone` could mean either or both. `,` lists names of one kind, `and` joins kinds.',
      wrong: desk('4 h').replace('targets {', 'coverage resolve in Office for P1, phone\n  targets {'),
      right: desk('4 h').replace('targets {', 'coverage resolve in Office for P1 and phone\n  targets {'),
    },
  }),
};
