/** What the system user's access token is good for. */
export interface TokenState {
	/** False when it was revoked. */
	isValid: boolean;
	/** Permissions. */
	scopes: string[];
	/** When it expires, by the simulator's clock; epoch milliseconds, null for never. */
	expiresAtMs: number | null;
	/** Code with which a request is refused for which a permission is missing. Meta uses both. */
	permissionCode: 10 | 200;
}
