import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftApp } from './TemplateDraft';

const PACKAGE_NAME = /^[a-z]\w*(\.[a-z]\w*)+$/i;

/**
 * Checks the Android apps that a one-time code is handed over to.
 *
 * @throws {TemplateParameterError} when there is none or are too many, or one is not named as Meta wants it; names the app by
 * its place, from 1
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/autofill-button-authentication-templates (read 2026-11-27)
 */
export function checkApps(apps: DraftApp[]): void {
	if (apps.length === 0) {
		refuse('Apps', 'is empty, and WhatsApp has to know which app the code goes to.', 'Add the app, or choose the code button that copies.');
	}
	if (apps.length > DRAFT_LIMITS.apps) {
		refuse('Apps', `has ${apps.length} apps; WhatsApp allows ${DRAFT_LIMITS.apps}.`, 'Take some of them out.');
	}
	for (const [index, { packageName, signatureHash }] of apps.entries()) {
		const label = (field: string) => `App ${index + 1} ${field}`;
		if (!PACKAGE_NAME.test(packageName) || packageName.length > DRAFT_LIMITS.packageName) {
			const words = packageName === '' ? 'is empty.' : `is no name of an Android app: ${packageName.slice(0, 80)}`;
			refuse(label('Package Name'), words, 'Write it as in the Play Store, for example com.example.shop.');
		}
		if (signatureHash.length === DRAFT_LIMITS.signatureHash && !/\s/.test(signatureHash)) continue;
		const words = signatureHash === '' ? 'is empty.' : /\s/.test(signatureHash) ? `has a space or a line break: ${signatureHash.slice(0, 80)}` : `is ${signatureHash.length} characters long; WhatsApp wants ${DRAFT_LIMITS.signatureHash}.`;
		refuse(label('Signature Hash'), words, "Give the hash of the app's signing key, for example K8a/AINcGX7.");
	}
}
