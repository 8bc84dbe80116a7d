import type { IDataObject } from 'n8n-workflow';

import { NO_CONSENT_ON_RECORD } from '../../domain/Consent';
import { nextStep } from '../../domain/nextStep';
import { freeEntryPoint } from '../../domain/freeEntryPoint';
import { toIso } from '../../domain/toIso';
import type { SessionView } from '../../sending/SessionView';
import { toRecipientJson } from './toRecipientJson';

/** Gives the field `session` of an item: instants as ISO 8601 in UTC, and null for what is not known. */
export function toSessionJson({ window, phoneNumberId, recipient, session, consent }: SessionView): IDataObject {
	const entryPoint = freeEntryPoint(session, window.evaluatedAt);
	const known = consent ?? NO_CONSENT_ON_RECORD;
	const { marketing, utility, authentication } = known;
	return {
		isOpen: window.isOpen,
		reason: window.reason,
		lastInboundAt: toIso(window.lastInboundAt?.toMillis()),
		closesAt: toIso(window.closesAt?.toMillis()),
		remainingSeconds: window.remainingSeconds,
		evaluatedAt: toIso(window.evaluatedAt.toMillis()),
		phoneNumberId: phoneNumberId ?? null,
		recipient: recipient ? toRecipientJson({ ...recipient, waId: recipient.waId ?? session?.waId, bsuid: recipient.bsuid ?? session?.bsuid }) : null,
		freeEntryPoint: entryPoint ? { isOpen: entryPoint.isOpen, closesAt: toIso(entryPoint.closesAt.toMillis()) } : null,
		consent: { marketing, utility, authentication },
		nextStep: nextStep(window, known),
	};
}
