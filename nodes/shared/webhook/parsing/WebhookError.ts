/** An error in the shape webhooks give it; the same codes as in API answers. */
export interface WebhookError {
	code: number;
	title?: string;
	message?: string;
	details?: string;
}
