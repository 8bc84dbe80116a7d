import { WhatsAppSessionError } from '../domain/WhatsAppSessionError';
import type { HandshakeVerdict } from './verifyHandshake';
import { SECRET_HEADER, type SecretVerdict } from './verifySecret';
import type { SignatureVerdict } from './verifySignature';

type ReasonOf<Verdict> = Verdict extends { isValid: false; reason: infer Reason } ? Reason : never;

/**
 * Why a webhook was refused: `credentialUnavailable` when nobody can tell whether it was genuine, `storeUnavailable` when
 * it was and could not be recorded, `deliveryUnderWay` when another process is at work on the same events,
 * `answerNotTaken` when an execution waits for a message of it and n8n did not take it.
 */
export type WebhookRejectionReason =
	| ReasonOf<SignatureVerdict>
	| ReasonOf<SecretVerdict>
	| ReasonOf<HandshakeVerdict>
	| 'credentialUnavailable'
	| 'storeUnavailable'
	| 'deliveryUnderWay'
	| 'answerNotTaken';

interface Rejection {
	httpStatus: 401 | 403 | 503;
	message: string;
	advice: string;
}

const SET_TOKEN =
	"Use the same text as 'Verify Token' in the credential and in the webhook settings of the app at Meta.";

const REJECTIONS: Record<WebhookRejectionReason, Rejection> = {
	noSecret: {
		httpStatus: 401,
		message: 'The credential holds no app secret, so the signature of the webhook could not be verified.',
		advice: "Set 'App Secret' in the credential; it is in App Settings > Basic in the Meta console.",
	},
	noHeader: {
		httpStatus: 401,
		message: 'The request carries no X-Hub-Signature-256 header, so it does not prove that it comes from Meta.',
		advice: 'If it does come from Meta, let the proxy in front of n8n pass that header on.',
	},
	malformedHeader: {
		httpStatus: 401,
		message: "The X-Hub-Signature-256 header is not 'sha256=' followed by 64 hex digits.",
		advice: 'Send the header as Meta writes it, and let no proxy in front of n8n change it.',
	},
	mismatch: {
		httpStatus: 401,
		message: 'The signature does not match the app secret, so the request does not come from Meta, or was changed.',
		advice:
			"Compare 'App Secret' in the credential with App Settings > Basic in the Meta console, " +
			'and let no proxy in front of n8n change the body.',
	},
	noWebhookSecret: {
		httpStatus: 401,
		message: "The credential holds no webhook secret, so it could not be verified that the webhook comes from the provider.",
		advice: "Set 'Webhook Secret' in the credential, and publish the workflow again or tell your provider the secret.",
	},
	noSecretGiven: {
		httpStatus: 401,
		message: `The request carries no ${SECRET_HEADER} header, so it does not prove that it comes from the provider.`,
		advice:
			"If it does come from there, publish the workflow again, or let your provider send that header with the 'Webhook Secret' of the " +
			'credential, and let the proxy in front of n8n pass it on.',
	},
	secretMismatch: {
		httpStatus: 401,
		message: "The secret that came with the request is not the 'Webhook Secret' of the credential, so the request does not come from the provider.",
		advice: 'If the secret was changed a moment ago, publish the workflow again, or tell your provider the new one.',
	},
	noVerifyToken: {
		httpStatus: 403,
		message: 'The credential holds no verify token, so the callback URL was not verified.',
		advice: SET_TOKEN,
	},
	notSubscribe: {
		httpStatus: 403,
		message: "The request is not one of Meta's to verify the callback URL: hub.mode is not 'subscribe'.",
		advice: 'Open this address only from the webhook settings of the app at Meta.',
	},
	verifyTokenMismatch: {
		httpStatus: 403,
		message: 'The verify token of the request is not the one in the credential.',
		advice: SET_TOKEN,
	},
	noChallenge: {
		httpStatus: 403,
		message: 'The request to verify the callback URL carries no hub.challenge to answer with.',
		advice: 'Start the verification from the webhook settings of the app at Meta.',
	},
	credentialUnavailable: {
		httpStatus: 503,
		message: 'The credential of the trigger could not be read, so it is not known whether the request comes from Meta.',
		advice:
			"Open the trigger's credential in n8n, correct it and save it; Meta delivers the webhook anew, for up to 7 days.",
	},
	storeUnavailable: {
		httpStatus: 503,
		message: 'The webhook is genuine and could not be recorded, because the session store is not available.',
		advice: 'Make the session store available again; Meta delivers the webhook anew, for up to 7 days.',
	},
	deliveryUnderWay: {
		httpStatus: 503,
		message: 'Another delivery of the same webhook is being handled at this moment, so this one started nothing.',
		advice: 'Nothing is to be done: Meta delivers the webhook anew, and by then it is known whether it is needed.',
	},
	answerNotTaken: {
		httpStatus: 503,
		message: 'An execution waits for a message of this webhook, and n8n did not continue it.',
		advice: "Nothing is to be done at first: Meta delivers the webhook anew. If it happens again and again, look into n8n's log for 'webhook-waiting'.",
	},
};

/**
 * A webhook that was refused: nothing of it was recorded, and no workflow ran.
 *
 * Meta delivers everything again that is not answered with 200.
 */
export class WebhookRejectedError extends WhatsAppSessionError {
	/** Why, for code; `message` says it for people. */
	readonly reason: WebhookRejectionReason;

	/** HTTP status to answer with: 401 for a signature or a secret, 403 for a handshake, 503 for everything that passes. */
	readonly httpStatus: 401 | 403 | 503;

	constructor(reason: WebhookRejectionReason, options: { cause?: unknown } = {}) {
		const { httpStatus, message, advice } = REJECTIONS[reason];
		super(message, { advice, cause: options.cause });
		this.reason = reason;
		this.httpStatus = httpStatus;
	}
}
