import type { ForeignForm } from './form.ts';

const CONDITION =
  /^(?:severityRow|rule|eligible|targetRow|exclude|include|requires|clock|starts|stops|pauses)$/;

/** Conditions as programs and sentences have them. */
export const CONDITIONS: readonly ForeignForm[] = [
  { form: /={2,3}/u, write: () => '=', applicability: 'safe' },
  { form: /≠|<>|!==/u, write: () => '!=', applicability: 'safe' },
  { form: /≤/u, write: () => '<=', applicability: 'safe' },
  { form: /≥/u, write: () => '>=', applicability: 'safe' },
  { form: /\s*&&\s*/u, write: () => ' and ', applicability: 'safe' },
  { form: /\s*\|\|\s*/u, within: CONDITION, write: () => ' or ', applicability: 'safe' },
  { form: /!(?=[\p{L}_(])/u, write: () => 'not ', applicability: 'safe' },
  { form: /\b(?:is|are|equals)\s+not\b/iu, within: CONDITION, write: () => '!=', applicability: 'safe' },
  { form: /\b(?:is|are|equals)\b/iu, within: CONDITION, write: () => '=', applicability: 'safe' },
  {
    form: /\b(?:no|without)\s+(?<fact>[\p{L}_][\p{L}\p{N}_-]*)/iu,
    within: /^(?:severityRow|rule)$/,
    write: ({ fact }) => `not ${fact}`,
    applicability: 'suggested',
  },
  {
    form: /\b(?:if|where)\b/iu,
    within: /^(?:severityRow|rule|exclude|include|eligible)$/,
    write: () => 'when',
    applicability: 'safe',
  },
];
