/**
 * Whether repeating a refused request makes sense.
 *
 * - `now`: nothing was sent; repeat after the back-off Meta asks for;
 * - `maybe`: repeating may help, but the message may already have gone out;
 * - `later`: nothing was sent; repeat after minutes or hours, not within a run;
 * - `no`: repeating the same request ends the same way.
 */
export type RetryClass = 'now' | 'maybe' | 'later' | 'no';
