import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toTemplateChanges } from '../../../nodes/shared/webhook/evidence/toTemplateChanges';

const NOW_MS = Date.UTC(2026, 10, 24, 12);
const template = { message_template_id: 594425479261596, message_template_name: 'order_update', message_template_language: 'en-US' };

const changesOf = (field: string, value: object, entryId: string | undefined = '102290129340398') =>
	toTemplateChanges(
		parseWebhook({ object: 'whatsapp_business_account', entry: [{ id: entryId, changes: [{ field, value }] }] }, NOW_MS).events,
		NOW_MS,
	);

describe('toTemplateChanges', () => {
	test.each([
		['a new state', 'message_template_status_update', { ...template, event: 'PAUSED', reason: 'NONE' }],
		['a new quality', 'message_template_quality_update', { ...template, new_quality_score: 'RED', previous_quality_score: 'GREEN' }],
		['a category to come', 'template_category_update', { ...template, new_category: 'UTILITY', correct_category: 'MARKETING' }],
		['a new category', 'template_category_update', { ...template, previous_category: 'UTILITY', new_category: 'MARKETING' }],
		['a new content', 'message_template_components_update', { ...template, message_template_element: 'Hello' }],
	])('takes %s for news, dated by its arrival', (_case, field, value) => {
		expect(changesOf(field, value)).toEqual([
			{ businessAccountId: '102290129340398', templateId: '594425479261596', atMs: NOW_MS },
		]);
	});

	test.each([
		['names no template', 'message_template_status_update', { event: 'PAUSED' }, '102290129340398'],
		['names no account', 'message_template_status_update', { ...template, event: 'PAUSED' }, undefined],
		['is about something else', 'account_update', { event: 'ACCOUNT_VIOLATION' }, '102290129340398'],
	])('takes nothing from what %s', (_case, field, value, account) => {
		const body = { object: 'whatsapp_business_account', entry: [{ ...(account && { id: account }), changes: [{ field, value }] }] };

		expect(toTemplateChanges(parseWebhook(body, NOW_MS).events, NOW_MS)).toEqual([]);
	});
});
