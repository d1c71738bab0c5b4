import { askPeer, HANGS } from './ask-peer.mjs';
import { ask, OPERATIONS } from './questions.mjs';

/** Rows of verdicts, a peer each, the engine first. */
export async function askAll(asked, peers) {
  const rows = [
    { name: 'surety', answers: asked.map(({ engine, questions }) => questions.map((q) => ask(engine, q))) },
  ];
  for (const peer of peers) {
    const answers = [];
    for (const { calendar, questions } of asked) {
      const own = questions.map((q) => (peer.operations.includes(q.operation) ? q : null));
      const given = await askPeer(
        peer,
        calendar,
        own.filter((q) => q !== null),
      );
      answers.push(own.map((q) => (q === null ? undefined : given.shift())));
    }
    console.error(`asked ${peer.name}`);
    rows.push({ ...peer, answers });
  }
  return rows;
}

function verdictOf(answer, { operation, right }) {
  if (answer === HANGS) return 'hangs';
  if (typeof answer === 'string') return 'throws';
  if (right.includes(answer)) return 'right';
  const isNear = operation !== 'isOpen' && right.some((each) => Math.abs(each - answer) < 60_000);
  return isNear ? 'to the minute' : 'wrong';
}

export function showAgreement(asked, rows, shown) {
  const count = asked[0].questions.filter(({ operation }) => operation === 'add').length;
  const total = asked.length * count;
  console.log(
    `right answers of ${total} each: ${count} of each calendar, half of them before a change of its clocks`,
  );
  console.log(
    '  right to the second; in brackets those more that are right to the minute, that hang, that throw',
  );
  for (const operation of OPERATIONS) {
    console.log(
      `\n${operation.padEnd(36)}${asked.map(({ calendar: { short } }) => short.padStart(14)).join('')}`,
    );
    for (const { name, operations = [operation], answers } of rows) {
      if (!operations.includes(operation)) continue;
      const cells = asked.map(({ questions }, i) => cellOf(operation, questions, answers[i]));
      console.log(`  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}`);
    }
  }
  for (const { name, note, answers } of rows) showWrong(asked, { name, note, answers }, shown);
}

export function isEngineRight(asked, [surety]) {
  return asked.every(({ questions }, i) =>
    questions.every((question, j) => verdictOf(surety.answers[i][j], question) === 'right'),
  );
}

function cellOf(operation, questions, answers) {
  const counts = {};
  questions.forEach((question, i) => {
    if (question.operation !== operation) return;
    const verdict = verdictOf(answers[i], question);
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  });
  const more = [
    ['to the minute', (n) => `+${n}`],
    ['hangs', (n) => `${n}h`],
    ['throws', (n) => `${n}t`],
  ].flatMap(([verdict, write]) => (counts[verdict] === undefined ? [] : [write(counts[verdict])]));
  return `${counts.right ?? 0}${more.length === 0 ? '' : ` (${more.join(' ')})`}`;
}

function showWrong(asked, { name, note, answers }, shown) {
  const wrong = asked.flatMap(({ calendar, questions }, i) =>
    questions.flatMap((question, j) => {
      const answer = answers[i][j];
      const isBad = answer !== undefined && !['right', 'to the minute'].includes(verdictOf(answer, question));
      return isBad ? [{ calendar, question, answer }] : [];
    }),
  );
  if (wrong.length === 0) return;
  console.log(`\n${name}${note === undefined ? '' : `, ${note}`}: ${wrong.length} wrong answers, such as`);
  for (let i = 0; i < shown && i < wrong.length; i += 1) {
    const { calendar, question, answer } = wrong[Math.floor((i * wrong.length) / shown)];
    console.log(
      `  ${calendar.short}: ${wordsOf(question)}: ${written(answer, question)}; right is ${written(question.right[0], question)}`,
    );
  }
}

function wordsOf({ operation, t, by }) {
  const at = new Date(t).toISOString();
  switch (operation) {
    case 'add':
      return `${by / 3_600_000} h from ${at}`;
    case 'addDays':
      return `${by} business days from ${at}`;
    case 'between':
      return `from ${at} to ${new Date(by).toISOString()}`;
    default:
      return `open at ${at}?`;
  }
}

function written(answer, { operation }) {
  if (typeof answer !== 'number') return String(answer);
  if (Number.isNaN(answer)) return 'nothing';
  return operation === 'between' ? `${answer / 1000} s` : new Date(answer).toISOString();
}
