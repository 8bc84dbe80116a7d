import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../n8n/projectFolder.ts';
import type { Happening, Identity, Meaning, Names } from './Happening.ts';

type Json = Record<string, unknown>;
type Change = Happening['change'];

/** Shapes of inbound messages by what Meta says of them: a person who writes, taps, orders or sends opens the window. */
export const OPENING_SHAPES = [
	'text', 'textReply', 'textForwarded', 'textFrequentlyForwarded', 'textProductQuestion', 'textUnicode', 'image', 'imageWithoutCaption',
	'video', 'audio', 'voice', 'document', 'documentWithoutCaption', 'sticker', 'location', 'locationPin', 'contacts', 'contactRequest',
	'button', 'buttonReply', 'listReply', 'flowReply', 'flowReplyWithoutBody', 'callPermissionByUser', 'interactiveUnknown', 'order',
	'orderWithoutText', 'requestWelcome',
];
/** Meta is silent on these, or nobody has written: they must not open it. */
export const SILENT_SHAPES = [
	'reaction', 'reactionRemoved', 'reactionRemovedEmpty', 'systemIdentityChanged', 'unsupported', 'unsupportedHidden', 'edit',
	'editCaption', 'revoke', 'typeOfTomorrow', 'group', 'callPermissionAutomatic', 'withoutTimestamp',
];

/** What has no time, or was not written by anybody, says of nobody that two names are one person. */
const NAMELESS_SHAPES = new Set(['withoutTimestamp', 'systemIdentityChanged']);

/** Makes what WhatsApp reports, in the shapes of the recorded webhooks of `test/fixtures/webhooks`. */
export class Reports {
	private readonly messages: Map<string, Json>;
	private count = 0;

	constructor() {
		const path = join(projectFolder(), 'test', 'fixtures', 'webhooks', 'messages.json');
		const recorded = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { entry: Array<{ changes: Change[] }> }>;
		const shapes = Object.entries(recorded).map(([name, webhook]): [string, Json] => {
			const [message] = (webhook.entry[0]?.changes[0]?.value.messages ?? []) as Json[];
			return [name, message ?? {}];
		});
		this.messages = new Map(shapes);
	}

	/** An inbound message in one of the recorded shapes. */
	message(shape: string, business: number, who: Identity, shown: Names, atMs: number, meaning: Meaning): Happening {
		const recorded = this.messages.get(shape) ?? {};
		const written = 'timestamp' in recorded ? { timestamp: seconds(atMs) } : {};
		const message: Json = { ...recorded, from: undefined, from_user_id: undefined, ...authorOf(shown), id: this.nextId(), ...written };
		const change = toChange('messages', { contacts: contactsOf(shown), messages: [message] });
		return { business, who, shown: NAMELESS_SHAPES.has(shape) ? {} : shown, meaning, atMs, change };
	}

	/**
	 * The same in a conversation that another responder owns. It opens the window like every message of a person: who may answer is another
	 * question, and templates and the next owner go by the window all the same.
	 */
	standby(business: number, who: Identity, shown: Names, atMs: number): Happening {
		const message = { ...authorOf(shown), id: this.nextId(), timestamp: seconds(atMs), type: 'text', text: { body: 'Hello' } };
		return { business, who, shown, meaning: 'opens', atMs, change: toChange('standby', { standby: { messages: [message] } }) };
	}

	/** A call; only one that the person makes, or accepts, counts. */
	call(business: number, who: Identity, shown: Names, atMs: number, kind: 'made' | 'ended' | 'ofBusiness' | 'accepted' | 'rejected'): Happening {
		const meaning = kind === 'made' || kind === 'accepted' ? 'opens' : 'means nothing';
		const about = { business, who, shown, atMs, meaning } as const;
		const times = { id: this.nextId('wacid'), timestamp: seconds(atMs) };
		const contacts = contactsOf(shown);
		if (kind === 'accepted' || kind === 'rejected') {
			const status = { ...times, type: 'call', status: kind.toUpperCase(), ...receiverOf(shown) };
			return { ...about, change: toChange('calls', { contacts, statuses: [status] }) };
		}
		const parties = kind === 'ofBusiness' ? { from: '15550783881', to: shown.number } : { ...authorOf(shown), to: '15550783881' };
		const direction = kind === 'ofBusiness' ? 'BUSINESS_INITIATED' : 'USER_INITIATED';
		const call = { ...times, ...parties, event: kind === 'ended' ? 'terminate' : 'connect', direction };
		return { ...about, change: toChange('calls', { contacts, calls: [call] }) };
	}

	/** What became of a message of the business; `failed` is Meta's refusal because the window is closed. */
	status(business: number, who: Identity, shown: Names, atMs: number, status: string): Happening {
		const isRefused = status === 'failed';
		const errors = [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'More than 24 hours have passed.' } }];
		const notice = { id: this.nextId(), status, timestamp: seconds(atMs), ...receiverOf(shown), ...(isRefused && { errors }) };
		const meaning = isRefused ? 'refuses' : 'means nothing';
		const named = shown.number === undefined ? shown : { number: shown.number };
		return { business, who, shown: named, meaning, atMs, change: toChange('messages', { statuses: [notice] }) };
	}

	/** What the business has written in its own app. */
	echo(business: number, who: Identity, shown: Names, atMs: number): Happening {
		const to = shown.number === undefined ? { to_user_id: shown.userId } : { to: shown.number };
		const echo = { from: '15550783881', ...to, id: this.nextId(), timestamp: seconds(atMs), type: 'text', text: { body: 'Hi' } };
		return { business, who, shown: {}, meaning: 'means nothing', atMs, change: toChange('smb_message_echoes', { message_echoes: [echo] }) };
	}

	/** A conversation from before the business had the API. */
	history(business: number, who: Identity, number: string, atMs: number): Happening {
		const old = { from: number, id: this.nextId(), timestamp: seconds(atMs), type: 'text', text: { body: 'Old' }, history_context: { status: 'READ' } };
		const value = { history: [{ metadata: { phase: 1, chunk_order: 1, progress: 55 }, threads: [{ id: number, messages: [old] }] }] };
		return { business, who, shown: {}, meaning: 'means nothing', atMs, change: toChange('history', value) };
	}

	/** That a person stops, or wants again, the marketing messages. */
	preference(business: number, who: Identity, shown: Names, atMs: number, value: 'stop' | 'resume'): Happening {
		const names = { wa_id: shown.number, user_id: shown.userId };
		const preference = { ...names, detail: 'User request', category: 'marketing_messages', value, timestamp: Math.floor(atMs / 1000) };
		const change = toChange('user_preferences', { contacts: contactsOf(shown), user_preferences: [preference] });
		return { business, who, shown: {}, meaning: 'means nothing', atMs, change };
	}

	/** That a person has another number, and where there is one another user ID, from now on. */
	renaming(business: number, who: Identity, becomes: Identity, atMs: number): Happening {
		const ids = becomes.userId && who.userId ? { user_id: becomes.userId, previous_user_id: who.userId } : {};
		const system = { body: `Changed to ${becomes.number}`, type: 'user_changed_number', wa_id: becomes.number, ...ids };
		const message = { from: who.number, id: this.nextId(), timestamp: seconds(atMs), type: 'system', system };
		return { business, who, shown: {}, meaning: 'renames', becomes, atMs, change: toChange('messages', { messages: [message] }) };
	}

	private nextId(prefix = 'wamid'): string {
		return `${prefix}.EVENT${(this.count += 1)}`;
	}
}

function toChange(field: string, value: Json): Change {
	return { field, value };
}

function seconds(atMs: number): string {
	return String(Math.floor(atMs / 1000));
}

function authorOf({ number, userId }: Names): Json {
	return { ...(number !== undefined && { from: number }), ...(userId !== undefined && { from_user_id: userId }) };
}

function receiverOf({ number, userId }: Names): Json {
	return number === undefined ? { recipient_user_id: userId } : { recipient_id: number };
}

function contactsOf({ number, userId }: Names): Json[] {
	return [{ profile: { name: 'Somebody' }, ...(number !== undefined && { wa_id: number }), ...(userId !== undefined && { user_id: userId }) }];
}
