import type { Consent, ConsentCategory, ConsentFact, ConsentKind } from '../Consent';
import { findDecidingFact } from '../deriveConsent';
import { groupOf } from '../groupAsUser';
import { toIso } from '../toIso';
import type { AskedMessage, OnRecord, Policy } from './Policy';
import { GO, type Objection } from './Verdict';

/** A template as far as consent decides about it. */
type AskedTemplate = Extract<AskedMessage, { sentAs: 'template' }>;
type AskedFreeForm = Extract<AskedMessage, { sentAs: 'freeForm' }>;

const SECOND_MS = 1000;

/**
 * Keeps back what the person has opted out of, and a template of a kind that the person has not opted in to where the builder says that
 * opt-ins are on record.
 *
 * Writing to a business is an implicit opt-in to that conversation, and never to marketing. So an open window stands for the opt-in to
 * every other kind. After an opt-out of everything only an answer goes out: a free-form message to somebody who has written since, or
 * whose very message it was. A message that has waited for the person to write answers nothing: an opt-out of everything, and an opt-out of
 * anything since it was kept, keep it back for good.
 *
 * A group has no opt-in: consent is each person's, and that one of them writes says nothing of the others. What asks for one is kept back.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/getting-opt-in (read 2025-12)
 */
export const consentPolicy: Policy = {
	reasons: ['optedOut', 'noOptIn'],
	judge({ message, onRecord }) {
		if (!message || !onRecord) return GO;
		const objection = judgeMessage(message, onRecord);
		return objection ? { kind: 'notSent', ...objection } : GO;
	},
};

function judgeMessage(message: AskedMessage, onRecord: OnRecord): Objection | undefined {
	return message.sentAs === 'template' ? judgeTemplate(message, onRecord) : judgeFreeForm(message, onRecord);
}

/**
 * Says whether a person has opted out of a kind of message.
 *
 * Consent that is not on record (`unknown`) is no opt-out, because the opt-in may have been given elsewhere.
 *
 * @param category - undefined for one that is not known, which is judged as marketing, the strictest
 */
export function isOptedOut(consent: Consent, category: ConsentCategory | undefined): boolean {
	return consent[category ?? 'marketing'] === 'optedOut';
}

function judgeTemplate({ category, topic, consent: requirement = 'keptElsewhere' }: AskedTemplate, onRecord: OnRecord): Objection | undefined {
	const judged = category ?? 'marketing';
	const kinds: ConsentKind[] = topic ? [judged, topic] : [judged];
	const facts = kinds.map((kind) => findDecidingFact(onRecord.consent.facts, kind));
	const optOut = facts.findIndex((fact) => fact?.state === 'optedOut');
	if (optOut >= 0) return optedOut(kinds[optOut] ?? judged, category, facts[optOut]);
	const isRequired = requirement === 'requiredForAll' || (requirement === 'requiredForMarketing' && judged === 'marketing');
	if (!isRequired || facts.some((fact) => fact?.state === 'optedIn')) return undefined;
	if (groupOf(onRecord.person ?? {}) !== undefined) return noOptInOfGroup(kinds, category);
	return judged !== 'marketing' && onRecord.window.isOpen ? undefined : noOptIn(kinds, category);
}

/** Who writes asks for an answer, and for nothing else: a message that says what it is for is judged as a template of that kind. */
function judgeFreeForm({ purpose, keptAtMs }: AskedFreeForm, onRecord: OnRecord): Objection | undefined {
	const objection = keptAtMs === undefined ? judgeAnswer(onRecord) : judgeKept(keptAtMs, onRecord);
	if (objection || !purpose) return objection;
	const { category, topic } = purpose;
	if (category) return judgeTemplate({ sentAs: 'template', ...purpose, category }, onRecord);
	const fact = topic && findDecidingFact(onRecord.consent.facts, topic);
	return fact?.kind === topic && fact?.state === 'optedOut' ? optedOut(fact.kind, undefined, fact) : undefined;
}

function judgeAnswer({ window, consent }: OnRecord): Objection | undefined {
	const fact = consent.facts.find(({ kind }) => kind === 'everything');
	if (fact?.state !== 'optedOut') return undefined;
	const hasWrittenSince = window.lastInboundAt !== undefined && window.lastInboundAt.toMillis() >= fact.atMs;
	return hasWrittenSince ? undefined : optedOut('everything', undefined, fact);
}

function judgeKept(keptAtMs: number, { consent }: OnRecord): Objection | undefined {
	// Meta tells whole seconds: a stop word of the same second may look older than the message that it answers.
	const sinceMs = Math.floor(keptAtMs / SECOND_MS) * SECOND_MS;
	const fact = consent.facts.find(({ kind, state, atMs }) => state === 'optedOut' && (kind === 'everything' || atMs >= sinceMs));
	return fact && optedOut(fact.kind, undefined, fact);
}

function optedOut(kind: ConsentKind, category: ConsentCategory | undefined, fact: ConsentFact | undefined): Objection {
	const since = fact && toIso(fact.atMs);
	return {
		reason: 'optedOut',
		message: `This person has opted out of ${describeKind(fact?.kind ?? kind)}${since ? ` (${since}, ${fact.source})` : ''}, so nothing was sent.`,
		advice:
			'Send nothing of this kind until the person opts in again: by a start word or the settings of the chat, or on record by WhatsApp Session > Consent > Opt In.',
		evidence: { category: category ?? null, ...(fact && { kind: fact.kind, since, source: fact.source, evidence: fact.evidence }) },
	};
}

function noOptIn(kinds: ConsentKind[], category: ConsentCategory | undefined): Objection {
	return {
		reason: 'noOptIn',
		message: `No opt-in of this person to ${kinds.map(describeKind).join(' or ')} is on record, so nothing was sent.`,
		advice:
			"Record the opt-in with WhatsApp Session > Consent > Opt In or Import. If your opt-ins are kept in another system, choose 'Kept Elsewhere' in 'Consent'.",
		evidence: { category: category ?? null },
	};
}

function noOptInOfGroup(kinds: ConsentKind[], category: ConsentCategory | undefined): Objection {
	return {
		reason: 'noOptIn',
		message: `This is a group, and an opt-in to ${kinds.map(describeKind).join(' or ')} is given by each person alone, so nothing was sent.`,
		advice: "If everybody in the group has opted in, and your opt-ins are kept in another system, choose 'Kept Elsewhere' in 'Consent'.",
		evidence: { category: category ?? null },
	};
}

function describeKind(kind: ConsentKind): string {
	if (kind === 'everything') return 'all messages';
	return kind.startsWith('topic:') ? `the topic '${kind.slice('topic:'.length)}'` : `${kind} messages`;
}
