/** A Flow as the Graph API lists it. */
export interface FlowDefinition {
	/** Meta's ID. */
	id: string;
	/** The name that a message may give in place of the ID. */
	name: string;
	/** Meta's word for its state. */
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'BLOCKED' | 'THROTTLED';
	/** What it is for, by Meta's words. */
	categories: string[];
}

/** The Flows that the account lists; a message may open any other as well. */
export const seedFlows: readonly FlowDefinition[] = [
	{ id: '1534857690123456', name: 'book_a_visit', status: 'PUBLISHED', categories: ['APPOINTMENT_BOOKING'] },
	{ id: '1534857690123457', name: 'how_was_it', status: 'PUBLISHED', categories: ['SURVEY'] },
	{ id: '1534857690123458', name: 'join_the_club', status: 'DRAFT', categories: ['SIGN_UP'] },
	{ id: '1534857690123459', name: 'book_a_table', status: 'DEPRECATED', categories: ['APPOINTMENT_BOOKING'] },
];
