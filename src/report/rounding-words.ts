/** How money on invoices is rounded, which is said beside it. */
export const ROUNDING =
  'each line of an invoice, half away from zero; parts of one price come to it together';
