/** Alternate screen, no automatic line wrap (a line too wide must not push the rest down), no cursor. */
export const enterScreen = '\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[H';

/** Undoes `enterScreen`, also where a synchronized update or a colour was left open. */
export const leaveScreen = '\x1b[?2026l\x1b[0m\x1b[?25h\x1b[?7h\x1b[?1049l';
