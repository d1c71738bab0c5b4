import { synonymOf } from '../synonyms.ts';
import { columnName } from './column-name.ts';
import { anyCase, DASH, type ForeignForm } from './form.ts';

const LIST = /^(?:channels?|languages|versions|coverage|pauses|stops|starts|counts|every)$/;

/** Names, titles, texts and lists of them, and comments. */
export const NAMES: readonly ForeignForm[] = [
  {
    form: /^\s*(?<mark>\/\/+|--+|\/\*+)(?!-).*$/u,
    problem: 'begins no comment',
    help: () => 'a comment begins with `#`, on each of its lines',
    write: () => '#',
  },
  { form: /[“„«”](?<words>[^“„«”"\n]*)[”“»]/u, write: ({ words }) => `"${words}"`, applicability: 'safe' },
  {
    form: /(?<!\p{L})['‘‚](?<words>[^'‘’"\n]*)['’](?!\p{L})/u,
    write: ({ words }) => `"${words}"`,
    applicability: 'safe',
  },
  {
    form: /\bcontract\s+(?<title>[^"{\n]+?)(?=\s+version\b|\s*\{)/u,
    within: /^contract$/,
    write: ({ title }) => `contract "${title}"`,
    applicability: 'safe',
  },
  {
    form: /,?\s*\bversion\s+(?<version>[\p{L}\p{N}.-]+)/u,
    within: /^contract$/,
    write: ({ version }) => ` version "${version}"`,
    applicability: 'safe',
  },
  {
    form: /,\s*version\b/u,
    within: /^contract$/,
    write: () => ' version',
    applicability: 'safe',
  },
  {
    form: /^(?<margin>\s*)(?<words>(?:severity|sev|priority|prio|level|class|tier)\.?\s+\d)\s*:/iu,
    write: ({ margin = '', words }) => `${margin}"${words}"`,
    applicability: 'safe',
  },
  {
    form: /(?<word>[\p{L}\p{N}_"]+)\s*:(?!\d)/u,
    write: ({ word }) => word ?? null,
    applicability: 'safe',
  },
  {
    form: anyCase`\s+(?:${DASH}\s*|\((?=[^()\n]*\)))(?<alias>[\p{L}][\p{L}\p{N}_-]*)(?:\s*\))?(?=\s*(?:"|\bwhen\b|\botherwise\b|$))`,
    within: /^severityRow$/,
    write: ({ alias }) => ` ${alias}`,
    applicability: 'safe',
  },
  {
    form: anyCase`\s+(?:${DASH}\s*|\((?=[^()\n]*\)))(?<words>[^"()\n]*?)(?:\s*\))?(?=\s*(?:"|\bwhen\b|\botherwise\b|$))`,
    within: /^severityRow$/,
    write: ({ words }) => ` "${words}"`,
    applicability: 'suggested',
  },
  {
    form: /^(?<margin>\s*)(?<number>\d)(?![\p{L}\p{N}.])/u,
    within: /^(?:severityRow|targetRow)$/,
    write: ({ margin = '', number }) => [`${margin}P${number}`, `${margin}"${number}"`],
    applicability: 'suggested',
  },
  {
    form: /\s*,?\s+(?:or|and)\s+|\s*[&/+]\s*/u,
    within: LIST,
    write: () => ', ',
    applicability: 'suggested',
  },
  {
    form: /\b(?:when|at|upon|once|after|with)\b/u,
    within: /^(?:stops|starts)$/,
    write: () => 'on',
    applicability: 'suggested',
  },
  {
    form: /\b(?:when|if|on)\b/u,
    within: /^pauses$/,
    write: () => 'while',
    applicability: 'suggested',
  },
  {
    form: /^(?<margin>\s*)(?:severity|sev|priority|prio)\s*\|\s*(?<next>[^|\n]+?)(?=\s*(?:\||$))/iu,
    within: /^targetHeader$/,
    problem: 'gives the column of the severities a name',
    help: () => 'take it out: the first row names what is promised, and the severities stand under nothing',
    write: ({ margin = '', next = '' }) => `${margin}${next}`,
  },
  {
    form: /^(?<margin>\s*)(?:(?:severity|sev|priority|prio|level|class)?[ ]*\t+)?(?<columns>[^|\n]*?\S(?:\s{2,}|\t|,)\s*\S[^|\n]*|[^\s|]+)$/iu,
    within: /^targetHeader$/,
    write: ({ margin = '', columns = '' }) => {
      const names = columns.trim().split(/\s*[\t,]\s*|\s{2,}/);
      return `${margin}${names.map(columnName).join(' | ')}`;
    },
    applicability: 'safe',
  },
  {
    form: /^(?<margin>\s*)(?<name>[^\t|\n]+?)[ ]*\t+[ ]*(?<cells>[^|\n]*\t[^|\n]*?)\s*$/u,
    within: /^targetRow$/,
    write: ({ margin = '', name = '', cells = '' }) =>
      `${margin}${name}  ${cells.split(/\s*\t\s*/).join(' | ')}`,
    applicability: 'safe',
  },
  {
    form: /,(?=\s*(?:\d|best\b|not\b|next\b|same\b|at once\b))/u,
    within: /^targetRow$/,
    write: () => ' |',
    applicability: 'suggested',
  },
  {
    form: /(?<=^\s*|\|\s*|\t)(?<words>\p{L}[\p{L} -]*\p{L})(?=\s*(?:\||\t|$))/u,
    within: /^targetHeader$/,
    write: ({ words = '' }) => synonymOf('metric', words),
    applicability: 'suggested',
  },
];
