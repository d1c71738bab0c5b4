import type Fraction from 'fraction.js';

/** Currencies whose smallest coin is not a hundredth, by the number of decimals. Source: ISO 4217, 2024. */
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function decimalsOf(currency: string): number {
  return Object.hasOwn(DECIMALS, currency) ? (DECIMALS[currency] ?? 2) : 2;
}

/** To the smallest coin of the currency; halves go away from zero, as invoices round them. */
export function toCoins(amount: Fraction, currency: string): Fraction {
  const scale = 10 ** decimalsOf(currency);
  const coins = amount.abs().mul(scale).add(1, 2).floor();
  return coins.div(scale).mul(amount.compare(0) < 0 ? -1 : 1);
}

/** Digits with as many decimals as the currency has; the amount is rounded to its coins first. */
export function digitsOf(amount: Fraction, currency: string): string {
  const decimals = decimalsOf(currency);
  const coins = toCoins(amount, currency).mul(10 ** decimals);
  const digits = coins
    .abs()
    .toString()
    .padStart(decimals + 1, '0');
  const sign = coins.compare(0) < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
