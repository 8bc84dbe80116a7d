/** What is to be done for every free-form message: the built-in node has one output. */
export const WINDOW_CLOSED =
	"When the person's window is closed, the item leaves on the second output, Window Closed. Wire it, or choose another way in 'When the Window Is Closed'.";
