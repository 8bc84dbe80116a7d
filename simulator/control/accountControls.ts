import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { AccountControls, CategoryInput, SubscribeInput, SubscriberInput } from '../Simulator.ts';
import { changeTemplate } from '../templates/management/changeTemplate.ts';
import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import { sampleChange } from '../webhooks/sampleChange.ts';
import type { SubscribedApp } from '../webhooks/SubscriptionBook.ts';
import { templateCategoryUpdate } from '../webhooks/templateCategoryUpdate.ts';
import { templateQualityUpdate } from '../webhooks/templateQualityUpdate.ts';
import { verifyCallback } from '../webhooks/verifyCallback.ts';
import type { WebhookSubscription } from '../webhooks/WebhookSubscription.ts';
import { ControlError } from './ControlError.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What happens to the account: its templates, its apps, its token, and whatever Meta reports about it. */
export function accountControls(engine: Engine): AccountControls {
	const { templates, token } = engine;
	return {
		putTemplate: (template) => templates.put(template),
		setTemplateStatus: (name, language, status) => setTemplateStatus(engine, name, language, status),
		setTemplateQuality: (name, language, score) => setTemplateQuality(engine, name, language, score),
		setTemplateCategory: (input) => setTemplateCategory(engine, input),
		deliverChange: (field, value, phoneNumberId) => deliverChange(engine, field, value, phoneNumberId),
		subscribe: async (input) => await subscribe(engine, input),
		addSubscriber: (input) => addSubscriber(engine, input),
		setToken: (changes) => Object.assign(token, changes),
	};
}

function findTemplate({ templates }: Engine, name: string, language: string): TemplateDefinition {
	const template = templates.find(name, language);
	if (!template) throw new ControlError(`There is no template "${name}" in ${language}.`);
	return template;
}

function setTemplateStatus(engine: Engine, name: string, language: string, status: string): TemplateDefinition {
	return changeTemplate(engine, findTemplate(engine, name, language), { status });
}

function setTemplateQuality(engine: Engine, name: string, language: string, score: string): TemplateDefinition {
	const previous = findTemplate(engine, name, language);
	const date = Math.floor(engine.clock.nowMs() / 1000);
	const template = engine.templates.put({ ...previous, quality_score: { score, date } });
	engine.deliveries.enqueue(templateQualityUpdate(template, previous.quality_score.score));
	return template;
}

function setTemplateCategory(engine: Engine, input: CategoryInput): TemplateDefinition {
	const { name, language = 'en_US', category, isNotice = false } = input;
	const previous = findTemplate(engine, name, language);
	if (isNotice) {
		const effectiveAtMs = engine.clock.nowMs() + DAY_MS;
		engine.deliveries.enqueue(templateCategoryUpdate({ template: previous, otherCategory: category, effectiveAtMs }));
		return previous;
	}
	const template = engine.templates.put({ ...previous, category });
	engine.deliveries.enqueue(templateCategoryUpdate({ template, otherCategory: previous.category }));
	return template;
}

function deliverChange(engine: Engine, field: string, value?: JsonObject, phoneNumberId?: string): JsonObject {
	const { world, account, clock, ids } = engine;
	const number = phoneNumberId === undefined ? world.numbers[0] : world.findNumber(phoneNumberId);
	if (!number) throw new ControlError(`There is no business number "${phoneNumberId}".`);
	const { businessAccountId } = account;
	const subject = { businessAccountId, number, atMs: clock.nowMs(), messageId: ids.messageId() };
	const delivered = value ?? sampleChange(field, subject);
	if (!delivered) throw new ControlError(`There is no sample of the field "${field}": give a "value".`);
	engine.deliveries.enqueue({ field, value: delivered, messageIds: [], summary: field });
	return delivered;
}

async function subscribe(engine: Engine, input: SubscribeInput): Promise<WebhookSubscription> {
	const { callbackUrl, fields, verifyToken = engine.account.verifyToken } = input;
	if (!URL.canParse(callbackUrl)) throw new ControlError(`"${callbackUrl}" is not a URL.`);
	if (input.verify ?? verifyToken !== undefined) {
		const question = { callbackUrl, verifyToken: verifyToken ?? '', challenge: engine.ids.challenge() };
		const problem = await verifyCallback(question);
		if (problem) throw new ControlError(`The callback URL did not answer the challenge: ${problem}.`);
	}
	const subscription = { callbackUrl, ...(fields && { fields }) };
	engine.subscriptions.own.subscription = subscription;
	engine.subscriptions.own.isSubscribedToAccount = true;
	return subscription;
}

function addSubscriber({ account, subscriptions }: Engine, input: SubscriberInput): SubscribedApp {
	const { callbackUrl, appSecret = account.appSecret, fields } = input;
	if (!URL.canParse(callbackUrl)) throw new ControlError(`"${callbackUrl}" is not a URL.`);
	return subscriptions.add({ callbackUrl, appSecret, ...(fields && { fields }) });
}
