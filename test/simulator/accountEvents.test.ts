import { NUMBER_ID, openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';

describe('what happens to the account', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function lastEntry(): Promise<Record<string, unknown>> {
		await stage.simulator.idle();
		return stage.receiver.received.at(-1)?.json.entry[0] as unknown as Record<string, unknown>;
	}

	const names = {
		message_template_id: expect.any(Number),
		message_template_name: 'appointment_reminder',
		message_template_language: 'en-US',
	};

	test.each([
		['PAUSED', { reason: 'NONE', other_info: { title: 'FIRST_PAUSE', description: expect.any(String) } }],
		['DISABLED', { reason: 'NONE', disable_info: { disable_date: 1_791_795_600 } }],
		['REJECTED', { reason: 'INVALID_FORMAT', rejection_info: { reason: expect.any(String) } }],
		['APPROVED', { reason: 'NONE' }],
	])('reports a template that is %s', async (status, more) => {
		stage.simulator.setTemplateStatus('appointment_reminder', 'en_US', status);
		expect(await lastEntry()).toMatchObject({
			id: WABA_ID,
			time: 1_791_795_600,
			changes: [
				{
					field: 'message_template_status_update',
					value: { event: status, ...names, message_template_category: 'UTILITY', ...more },
				},
			],
		});
	});

	test('reports another quality, and lists it', async () => {
		stage.simulator.setTemplateQuality('appointment_reminder', 'en_US', 'RED');
		expect(await lastEntry()).toMatchObject({
			changes: [
				{
					field: 'message_template_quality_update',
					value: { previous_quality_score: 'UNKNOWN', new_quality_score: 'RED', ...names },
				},
			],
		});
		const path = `/v25.0/${WABA_ID}/message_templates?name=appointment_reminder&fields=quality_score`;
		expect((await stage.call('GET', path)).body.data[0]).toMatchObject({ quality_score: { score: 'RED' } });
	});

	test('announces a category a day before it changes', async () => {
		const change = { name: 'appointment_reminder', category: 'MARKETING' };
		expect(stage.simulator.setTemplateCategory({ ...change, isNotice: true }).category).toBe('UTILITY');
		expect(await lastEntry()).toMatchObject({
			changes: [
				{
					field: 'template_category_update',
					value: {
						...names,
						new_category: 'UTILITY',
						correct_category: 'MARKETING',
						category_update_timestamp: 1_791_795_600 + 86_400,
					},
				},
			],
		});
		expect(stage.simulator.setTemplateCategory(change).category).toBe('MARKETING');
		expect(await lastEntry()).toMatchObject({
			changes: [{ value: { ...names, previous_category: 'UTILITY', new_category: 'MARKETING' } }],
		});
	});

	test.each([
		['account_alerts', { alert_info: { alert_severity: 'CRITICAL' } }],
		['account_review_update', { decision: 'APPROVED' }],
		['account_update', { event: 'DISABLED_UPDATE' }],
		['business_capability_update', { max_daily_conversations_per_business: 2000 }],
		['business_username_update', { status: 'approved' }],
		['phone_number_name_update', { decision: 'APPROVED' }],
		['phone_number_quality_update', { event: 'THROUGHPUT_UPGRADE' }],
		['security', { event: 'PIN_CHANGED' }],
		['history', { history: [{ threads: [{ messages: [{ history_context: { status: 'READ' } }] }] }] }],
		['smb_app_state_sync', { state_sync: [{ action: 'add' }] }],
		['group_participants_update', { metadata: { phone_number_id: NUMBER_ID } }],
	])('has a sample of %s', async (field, value) => {
		stage.simulator.deliverChange(field);
		expect(await lastEntry()).toMatchObject({ changes: [{ field, value }] });
	});

	test('reports any value in any field, but none that the app is not subscribed to', async () => {
		stage.simulator.deliverChange('automatic_events', { something: 'new' });
		expect(await lastEntry()).toMatchObject({
			changes: [{ field: 'automatic_events', value: { something: 'new' } }],
		});
		await stage.simulator.subscribe({ callbackUrl: stage.receiver.url, fields: ['messages'] });
		stage.simulator.deliverChange('account_update');
		await stage.simulator.idle();
		expect(stage.receiver.received).toHaveLength(1);
	});

	test.each<[string, Record<string, unknown>, string]>([
		['change', { field: 'automatic_events' }, 'There is no sample of the field "automatic_events"'],
		['change', { field: 'constructor' }, 'There is no sample'],
		['change', { field: 'history', phoneNumberId: '1' }, 'There is no business number "1"'],
		['change', {}, '"field" is missing'],
		['templateQuality', { name: 'x', score: 'RED' }, 'There is no template "x"'],
		['templateCategory', { name: 'x', category: 'MARKETING' }, 'There is no template "x"'],
		['templateCategory', { name: 'x' }, '"category" is missing'],
		['subscribers', { callbackUrl: 'here' }, '"here" is not a URL'],
		['subscribers', { callbackUrl: 'http://127.0.0.1:9', fields: 'messages' }, '"fields" must be a list of texts'],
		['token', { permissionCode: 11 }, '"permissionCode" must be 10 or 200'],
		['token', { scopes: [1] }, '"scopes" must be a list of texts'],
		['echo', { to: '12025550143' }, '"text" is missing'],
		['echo', { text: 'Hi' }, '"to" is missing'],
		['edit', { from: '12025550143' }, '"text" is missing'],
		['revoke', { from: '12025550143' }, 'wrote no message'],
		['answerFlow', { from: '12025550143' }, '"answers" is missing'],
		['changeNumber', { from: '12025550143' }, '"newNumber" is missing'],
		['write', { from: '12025550143', text: 'x', forwarded: true }, '"forwarded" must be one of once, frequently'],
		['write', { from: '12025550143', type: 'image', media: { size: -1 } }, '"size" must be a number of at least 0'],
		['failNextDownload', { httpStatus: 200 }, '"httpStatus" must be a number of at least 400'],
	])('answers %s with %j in a sentence', async (name, body, sentence) => {
		const answer = await stage.call('POST', `/_simulator/${name}`, body, null);
		expect(answer.status).toBe(400);
		expect(String(answer.body.error)).toContain(sentence);
	});

	test('happens over the control routes too', async () => {
		const post = async (name: string, body: unknown): Promise<void> => {
			expect((await stage.call('POST', `/_simulator/${name}`, body, null)).text).not.toContain('"error"');
		};
		await post('write', { from: '12025550143', type: 'sticker', groupId: 'g', forwarded: 'once' });
		await post('edit', { from: '12025550143', text: 'x' });
		await post('revoke', { from: '12025550143' });
		await post('echo', { to: '12025550143', text: 'Hi' });
		await post('answerFlow', { from: '12025550143', answers: { size: 'L' } });
		await post('preference', { from: '12025550143', value: 'signup', signupId: '7' });
		await post('changeNumber', { from: '12025550143', newNumber: '+1 202 555 0144' });
		await post('templateQuality', { name: 'appointment_reminder', score: 'YELLOW' });
		await post('templateCategory', { name: 'appointment_reminder', category: 'MARKETING', isNotice: true });
		await post('change', { field: 'account_alerts' });
		await post('subscribers', { callbackUrl: stage.receiver.url, appSecret: 's', fields: ['messages'] });
		await post('token', { isValid: false, scopes: [], expiresAtMs: null, permissionCode: 10 });
		await post('expireMediaLinks', {});
		await post('failNextDownload', { httpStatus: 404 });
		await post('settings', { developmentMode: true });
		const state = stage.simulator.state();
		expect(state.token).toEqual({ isValid: false, scopes: [], expiresAtMs: null, permissionCode: 10 });
		expect(state.subscriptions.otherApps).toEqual([stage.receiver.url]);
		expect(state.settings.developmentMode).toBe(true);
		expect(stage.simulator.state().subscription).toEqual({ callbackUrl: stage.receiver.url });
	});
});
