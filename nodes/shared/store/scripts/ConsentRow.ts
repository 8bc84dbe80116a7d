import type { ConsentEntry } from '../../domain/Consent';

/** The columns that consent is derived from, alike in every database. */
export interface ConsentRow {
	/** Index of the user who was asked for. */
	position: number;
	category: ConsentEntry['category'];
	state: ConsentEntry['state'];
	at_ms: number;
}
