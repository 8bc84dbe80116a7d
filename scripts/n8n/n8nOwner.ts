/** The one account of an n8n that the demo or a test has started. It listens on this machine only. */
export const n8nOwner = {
	email: 'demo@example.com',
	password: 'WhatsApp24',
	/** bcrypt of `password`, the form in which n8n takes it from the environment. */
	passwordHash: '$2a$10$59mAdtg/i3ZiNZb4lWVyI.xlzEa8LgnG2lWS6M/zWT5rk76bTxv9G',
	firstName: 'Demo',
	lastName: 'Owner',
};
