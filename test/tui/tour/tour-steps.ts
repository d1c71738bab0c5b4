/** One step of the tour: what is pressed, by what it is seen to be done, and what is said of it. */
export interface TourStep {
  readonly title: string;
  readonly says: string;
  /** The keys as people call them, and as the terminal sends them. */
  readonly pressed: string;
  readonly keys: readonly string[];
  readonly until: RegExp;
  /** Name of its place in the README; null for none. */
  readonly readme: string | null;
}

const TAB = '\t';
const ENTER = '\r';
const ESC = '\x1b';

export const steps: readonly TourStep[] = [
  {
    title: 'What each plan is worth',
    says: 'A promise a row, a plan a column, on the same tickets: the share kept with its 95 % interval against the share promised, and the misses. Below, what is said of the promise under the cursor, and which plan to take.',
    pressed: '',
    keys: [],
    until: /recommended/,
    readme: 'overview',
  },
  {
    title: 'The tickets behind a figure',
    says: 'Enter lists the tickets that the chosen plan missed, with what the other plans made of each.',
    pressed: 'Tab, Tab, Enter',
    keys: [TAB, TAB, ENTER],
    until: /filter missed:Premium/,
    readme: null,
  },
  {
    title: 'Why it was due then',
    says: 'A ticket on its timeline under every plan, and the accounting of its deadline: each stretch of time, counted or not, and by which clause of the contract.',
    pressed: 'Enter',
    keys: [ENTER],
    until: /Premium, respond: 15 min/,
    readme: null,
  },
  {
    title: 'Why the plans differ on it',
    says: 'Sentences from the accounts of two plans: their cells, where their counting parts, and how the end of the clock stands to each deadline.',
    pressed: 'd',
    keys: ['d'],
    until: /Why Premium and 8\/5 differ/,
    readme: 'differ',
  },
  {
    title: 'The stream, at the next miss',
    says: 'The tickets as they came, played, stepped or jumped through; here at the first promise that was missed under any plan.',
    pressed: 'Esc, Esc, 2, n',
    keys: [ESC, ESC, '2', 'n'],
    until: /missed under/,
    readme: null,
  },
  {
    title: 'What if',
    says: 'Half as many tickets again and a colleague more in the Moscow line: the simulation runs again on the same draws. The last line is the command that answers the same.',
    pressed: 'w, + five times, Down eight times, +, Enter',
    keys: ['w', '+', '+', '+', '+', '+', ...Array.from({ length: 8 }, () => 'j'), '+', ENTER],
    until: /before and after, in the same 4 runs/,
    readme: null,
  },
];
