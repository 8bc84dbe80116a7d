import type { IDataObject } from 'n8n-workflow';

import { deriveConsent } from '../../shared/domain/deriveConsent';
import type { Conversation } from '../../shared/domain/Conversation';
import { toOutboxJson } from '../../shared/n8n/items/toOutboxJson';
import type { ContactRecord } from '../../shared/store/Contacts';
import { toDetailsJson, toFactJson } from '../consent/toConsentJson';
import { toPersonJson } from '../register/toPersonJson';
import { toIso } from '../../shared/domain/toIso';

/** Gives all that is on record of a person: instants as ISO 8601 in UTC, and null for what is not known. */
export function toContactJson({ names, sessions, consent, sends, waits, gatherings, outbox, renamings }: ContactRecord): IDataObject {
	return {
		names: names.map(({ untilMs, ...name }) => ({ ...toPersonJson(name), until: toIso(untilMs) })),
		sessions: sessions.map((session) => ({
			phoneNumberId: session.phoneNumberId,
			recipient: toPersonJson(session),
			lastInboundAt: toIso(session.lastInboundAtMs),
			closedByPlatformAt: toIso(session.closedByPlatformAtMs),
			referralAt: toIso(session.referralAtMs),
			freeUntil: toIso(session.freeUntilMs),
			renamedAt: toIso(session.renamedAtMs),
			identifiedAt: toIso(session.identifiedAtMs),
			conversation: session.conversation ? toSignsJson(session.conversation) : null,
		})),
		consent: {
			details: toDetailsJson(deriveConsent(consent)),
			entries: consent.map((entry) => ({ recipient: toPersonJson(entry.user), kind: entry.kind, ...toFactJson(entry) })),
		},
		sends: sends.map((send) => ({
			phoneNumberId: send.phoneNumberId,
			recipient: toPersonJson(send.user),
			sentAs: send.sentAs,
			messageId: send.messageId ?? null,
			claimedAt: toIso(send.claimedAtMs),
			sentAt: toIso(send.sentAtMs),
			status: send.status ?? null,
			errorCodes: send.errorCodes,
			price: send.price ? { ...send.price } : null,
			workflowId: send.origin?.workflowId ?? null,
			executionId: send.origin?.executionId ?? null,
		})),
		waits: waits.map(({ phoneNumberId, askedAtMs, givesUpAtMs, state, executionId }) => ({
			...{ phoneNumberId, askedAt: toIso(askedAtMs), givesUpAt: toIso(givesUpAtMs), state, executionId },
		})),
		gatherings: gatherings.map(({ phoneNumberId, beganAtMs, messages }) => ({ phoneNumberId, beganAt: toIso(beganAtMs), messages: messages as IDataObject[] })),
		outbox: outbox.map((message) => ({ phoneNumberId: message.phoneNumberId, recipient: toPersonJson(message.user), ...toOutboxJson(message) })),
		renamings: renamings.map(({ previous, current, atMs, evidence }) => ({
			...{ previous: toPersonJson(previous), current: toPersonJson(current), at: toIso(atMs), evidence },
		})),
	};
}

/** Everything that is on record of who answers the person, also what counts no longer. */
function toSignsJson({ signs = {}, givenBackAtMs, owner }: Conversation): IDataObject {
	return {
		signs: Object.entries(signs).map(([source, { sinceMs, atMs, untilMs }]) => ({ source, since: toIso(sinceMs), at: toIso(atMs), until: toIso(untilMs) })),
		givenBackAt: toIso(givenBackAtMs),
		owner: owner ? { isElsewhere: owner.isElsewhere, at: toIso(owner.atMs) } : null,
	};
}
