/** The credential's fields as they have to be for a check: nothing is sent with it. */
export function sampleCredential(embeddedStorePath: string): Record<string, string> {
	return {
		accessToken: 'not-used',
		businessAccountId: '102290129340398',
		appSecret: 'not-used',
		verifyToken: 'not-used',
		sessionStore: 'embedded',
		embeddedStorePath,
	};
}
