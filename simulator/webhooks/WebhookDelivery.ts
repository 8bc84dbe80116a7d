import type { WebhookRoute } from './WebhookRoute.ts';

/** One try to deliver a webhook. */
export interface DeliveryAttempt {
	/** By the real clock; epoch milliseconds. */
	atMs: number;
	/** Counts the rounds of the delivery up from 1; the tries at several apps share a round. */
	round: number;
	/** App whose address it was. */
	appId: string;
	/** Where it went. */
	url: string;
	/** HTTP status of the answer; null when none came. */
	httpStatus: number | null;
	/** What a receiver said that did not answer 200, at most 300 characters; undefined when it said nothing. */
	answer?: string;
	/** Why no answer came; undefined when one did. */
	problem?: string;
	/** The `X-Hub-Signature-256` header; undefined when it was left out on purpose. */
	signature?: string;
}

/** A webhook and what became of it. */
export interface WebhookDelivery {
	/** Counts up from 1. */
	id: number;
	/** When it was ready to go, by the real clock; epoch milliseconds. */
	atMs: number;
	/** What it reports, in words. */
	summary: string;
	/** IDs of the messages it is about. */
	messageIds: string[];
	/** Exact body; ASCII only. */
	rawBody: string;
	/** How it is signed. */
	signing: 'valid' | 'wrong' | 'missing';
	/** `waiting` includes tries that failed and will be repeated; `notSent` had nowhere to go. */
	state: 'waiting' | 'delivered' | 'givenUp' | 'notSent';
	/** Why it was not sent to an app; undefined when every app got it. */
	problem?: string;
	/** What decides where it goes. */
	route: WebhookRoute;
	/** How often it was tried; each time it goes to every subscribed app. */
	rounds: number;
	/** Every try so far. */
	attempts: DeliveryAttempt[];
}
