import type { TemplateDraft } from './templates/TemplateDraft.ts';
import type { BusinessNumber } from './world/BusinessNumber.ts';

/** How a simulator is set up; everything has a default. */
export interface SimulatorOptions {
	/** TCP port; 0 or undefined takes any free one. */
	port?: number;
	/** Address to listen on; `127.0.0.1` when undefined. */
	host?: string;
	/** Bearer token; `simulator-access-token` when undefined. */
	accessToken?: string;
	/** Meta app ID; `645829310472918` when undefined. */
	appId?: string;
	/** Signs the webhooks; `simulator-app-secret` when undefined. */
	appSecret?: string;
	/** Verify token of a callback URL that is set without one; undefined asks for no challenge then. */
	verifyToken?: string;
	/** WABA ID; `102290129340398` when undefined. */
	businessAccountId?: string;
	/** Whether the app begins subscribed to the WABA; true when undefined. Without it no webhook is delivered. */
	isAppSubscribed?: boolean;
	/** Templates to begin with; the seeded ones when undefined. */
	seedTemplates?: readonly TemplateDraft[];
	/** Business numbers; one when undefined. */
	phoneNumbers?: BusinessNumber[];
	/** Epoch milliseconds of the real time; the computer's clock when undefined. */
	now?: () => number;
	/** Milliseconds before each status; 400 when undefined. */
	statusDelayMs?: number;
	/** Pauses before a webhook is delivered again, in milliseconds; five tries over a minute when undefined. */
	retryPausesMs?: readonly number[];
	/** Messages that are remembered at the most, the newest ones; 20,000 when undefined. */
	mostMessages?: number;
	/** Milliseconds to wait for a webhook's answer; 10,000 when undefined. */
	webhookTimeoutMs?: number;
}
