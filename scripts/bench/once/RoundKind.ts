/** Where n8n runs: one process with the embedded store, or a main process and two workers on Redis and Postgres. */
export type Place = 'embedded' | 'queue';

/** How an execution is cut off: the process is killed, the process is asked to end, or somebody presses Stop. */
export type Ending = 'kill9' | 'sigterm' | 'stop';

/** What one round is about. */
export interface RoundKind {
	place: Place;
	ending: Ending;
	/** What names a send: what the node makes up by itself, or a Send-Once Key of the builder's own. */
	keys: 'default' | 'own';
	/** What the node does with a message of which nobody knows whether it was sent. */
	whenUndecided: 'hold' | 'sendAgain';
	/** Whether some requests are cut off or answered with HTTP 502, before and after Meta has taken the message. */
	hasFaults: boolean;
}

/** The kind in words: `embedded, kill9, own keys, send again, faults`. */
export function nameOfKind({ place, ending, keys, whenUndecided, hasFaults }: RoundKind): string {
	const undecided = whenUndecided === 'hold' ? 'hold back' : 'send again';
	return [place, ending, `${keys} keys`, undecided, ...(hasFaults ? ['faults'] : [])].join(', ');
}
