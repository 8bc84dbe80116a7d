/** Says whether a parameter is an expression, as n8n stores one. */
export function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('=');
}
