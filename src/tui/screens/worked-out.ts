/** What stands in place of an answer that is not there yet; the screen is drawn anew when it is. */
export const WORKED_OUT = 'being worked out …';
