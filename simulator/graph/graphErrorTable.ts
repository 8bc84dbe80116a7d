/** What Meta answers for one error code. */
export interface GraphErrorEntry {
	/** HTTP status of an answer at once. */
	httpStatus: number;
	/** Meta's title of the code; the message of an answer is this with the code in front. */
	title: string;
	/** Meta's usual details; undefined when they depend on the request. */
	details?: string;
}

/**
 * Every error code the simulator knows, for answers and for `failed` statuses alike.
 *
 * The HTTP statuses are those of the page's copy of 2025-12; the later one leaves them out.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export const graphErrorTable: Readonly<Record<number, GraphErrorEntry>> = {
	0: { httpStatus: 401, title: 'AuthException' },
	1: { httpStatus: 400, title: 'API Unknown' },
	2: { httpStatus: 503, title: 'API Service' },
	3: { httpStatus: 500, title: 'API Method' },
	4: { httpStatus: 400, title: 'API Too Many Calls' },
	10: { httpStatus: 403, title: 'Permission Denied' },
	15: { httpStatus: 400, title: 'This method must be called with an app access_token.' },
	33: { httpStatus: 400, title: 'Parameter value is not valid' },
	100: { httpStatus: 400, title: 'Invalid parameter' },
	101: { httpStatus: 400, title: 'Error validating application' },
	190: { httpStatus: 401, title: 'Access token has expired' },
	200: { httpStatus: 401, title: 'API Permission' },
	368: { httpStatus: 403, title: 'Temporarily blocked for policies violations' },
	2046: { httpStatus: 400, title: 'Invalid status transition', details: 'New order status was not correctly transitioned.' },
	2047: { httpStatus: 400, title: 'Cannot cancel order' },
	2200: { httpStatus: 400, title: 'Callback verification failed' },
	2500: { httpStatus: 400, title: 'Unknown path components' },
	80007: { httpStatus: 400, title: 'Rate limit issues' },
	130403: { httpStatus: 400, title: 'User is blocked by the business' },
	130429: {
		httpStatus: 400,
		title: 'Rate limit hit',
		details: 'Message failed to send because there were too many messages sent from this phone number.',
	},
	130472: { httpStatus: 400, title: "User's number is part of an experiment" },
	130497: { httpStatus: 403, title: 'Business account is restricted from messaging users in this country.' },
	131000: { httpStatus: 500, title: 'Something went wrong' },
	131005: { httpStatus: 403, title: 'Access denied' },
	131008: { httpStatus: 400, title: 'Required parameter is missing' },
	131009: { httpStatus: 400, title: 'Parameter value is not valid' },
	131016: { httpStatus: 500, title: 'Service unavailable' },
	131020: { httpStatus: 400, title: 'Bad Group', details: 'Cannot send messages to single member groups.' },
	131021: { httpStatus: 400, title: 'Recipient cannot be sender' },
	131026: { httpStatus: 400, title: 'Message undeliverable', details: 'Message Undeliverable.' },
	131031: { httpStatus: 403, title: 'Account has been locked' },
	131037: {
		httpStatus: 400,
		title: 'WhatsApp provided number needs display name approval before message can be sent.',
	},
	131041: {
		httpStatus: 400,
		title: 'Group unknown',
		details: 'The group was not found, either because it does not exist or you are not a member.',
	},
	131042: { httpStatus: 400, title: 'Business eligibility payment issue' },
	131045: { httpStatus: 500, title: 'Incorrect certificate' },
	131047: {
		httpStatus: 400,
		title: 'Re-engagement message',
		details:
			'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
	},
	131048: { httpStatus: 400, title: 'Spam rate limit hit' },
	131049: {
		httpStatus: 400,
		title: 'Meta chose not to deliver',
		details: 'This message was not delivered to maintain healthy ecosystem engagement.',
	},
	131050: { httpStatus: 400, title: 'User has stopped marketing messages from this business' },
	131051: { httpStatus: 400, title: 'Unsupported message type' },
	131052: { httpStatus: 400, title: 'Media download error' },
	131053: { httpStatus: 400, title: 'Media upload error' },
	131056: {
		httpStatus: 400,
		title: '(Business Account, Consumer Account) pair rate limit hit',
		details: 'Message failed to send because there were too many messages sent to the same phone number.',
	},
	131057: { httpStatus: 500, title: 'Account in maintenance mode' },
	131070: {
		httpStatus: 400,
		title: 'Message blocked because another responder owns the thread',
		details: 'Message failed to send because your app does not own the conversation with this person.',
	},
	2494191: { httpStatus: 400, title: 'Only the escalation partner can take control of a thread' },
	131062: { httpStatus: 400, title: 'Business-scoped user ID recipients are not supported for this message' },
	131063: { httpStatus: 400, title: 'Marketing messages are disabled on Cloud API for this account' },
	132000: { httpStatus: 400, title: 'Number of parameters does not match the expected number of params' },
	132001: { httpStatus: 404, title: 'Template name does not exist in the translation' },
	132005: { httpStatus: 400, title: 'Translated text too long' },
	132007: { httpStatus: 400, title: 'Template format character policy violated' },
	132012: { httpStatus: 400, title: 'Parameter format does not match format in the created template' },
	132015: { httpStatus: 400, title: 'Template is paused' },
	132016: { httpStatus: 400, title: 'Template is disabled' },
	132018: { httpStatus: 400, title: 'Template parameters validation failed' },
	133010: { httpStatus: 400, title: 'Phone number not registered' },
	134100: { httpStatus: 400, title: 'Only marketing messages are supported by this API' },
	135000: { httpStatus: 400, title: 'Generic user error' },
	139200: { httpStatus: 400, title: 'Direct Send Utility access is blocked' },
	// Known from third parties only, the number as well as what it stands for.
	138006: { httpStatus: 400, title: 'Call permission request limit reached' },
};
