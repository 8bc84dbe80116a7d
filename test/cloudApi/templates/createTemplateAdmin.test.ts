import { CloudApiNoAnswerError } from '../../../nodes/shared/cloudApi/errors/CloudApiNoAnswerError';
import type { GraphRequest, GraphResponse } from '../../../nodes/shared/cloudApi/client/GraphTransport';
import { TemplateError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { createTemplateAdmin } from '../../../nodes/shared/cloudApi/templates/createTemplateAdmin';
import type { TemplateAdmin } from '../../../nodes/shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';

const WABA_ID = '102290129340398';
const CREATION = { name: 'plain', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello.' }] };
const CODES = { name: 'login', languages: ['en_US', 'de'], category: 'AUTHENTICATION', components: [{ type: 'BODY' }] };
const SAMPLE = { fileName: 'a.png', mimeType: 'image/png', content: Buffer.from([255, 0, 10]) };

const ok = (body: unknown): GraphResponse => ({ status: 200, body });
const refused = (error: object): GraphResponse => ({ status: 400, body: { error } });

let requests: GraphRequest[];

/** An administration whose requests are answered in order, the last answer for ever. */
function open(...answers: GraphResponse[]): TemplateAdmin {
	requests = [];
	const transport = async (request: GraphRequest) => {
		requests.push(request);
		const answer = answers[Math.min(requests.length, answers.length) - 1];
		return answer ? await Promise.resolve(answer) : await Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
	};
	return createTemplateAdmin(transport, { wait: async () => await Promise.resolve() });
}

describe('an answer of Meta', () => {
	it('to a new template is read, with the category that Meta gave it', async () => {
		const admin = open(ok({ id: '7', status: 'pending', category: 'marketing' }));
		expect(await admin.createTemplate(WABA_ID, CREATION)).toEqual({ id: '7', status: 'PENDING', category: 'MARKETING' });
		expect(requests).toEqual([{ method: 'POST', path: `/${WABA_ID}/message_templates`, body: CREATION }]);
	});

	it('to several languages is read for each of them', async () => {
		const admin = open(ok({ data: [{ id: '7', status: 'approved', language: 'en_US' }, { id: '8', language: 'de' }] }));
		expect(await admin.upsertTemplates(WABA_ID, CODES)).toEqual([
			{ id: '7', status: 'APPROVED', language: 'en_US' },
			{ id: '8', status: 'PENDING', language: 'de' },
		]);
		expect(requests).toEqual([{ method: 'POST', path: `/${WABA_ID}/upsert_message_templates`, body: CODES }]);
	});

	it('with several handles counts with the last one', async () => {
		const admin = open(ok({ id: 'upload:abc?sig=1' }), ok({ h: '4::first\n4::whole\n' }));
		expect(await admin.uploadSample('645829310472918', SAMPLE)).toBe('4::whole');
		expect(requests).toEqual([
			{
				method: 'POST',
				isRepeatable: true,
				path: '/645829310472918/uploads',
				query: { file_name: 'a.png', file_length: 3, file_type: 'image/png' },
			},
			{ method: 'POST', as: 'upload', path: '/upload:abc?sig=1', bytes: SAMPLE.content },
		]);
	});

	it('that fails at Meta when an upload is announced is asked for again', async () => {
		const admin = open({ status: 503, body: '' }, ok({ id: 'upload:abc' }), ok({ h: '4::whole' }));
		expect(await admin.uploadSample('645829310472918', SAMPLE)).toBe('4::whole');
	});

	test.each<[string, (admin: TemplateAdmin) => Promise<unknown>, GraphResponse[]]>([
		['a new template', async (admin) => await admin.createTemplate(WABA_ID, CREATION), [ok({})]],
		['several languages', async (admin) => await admin.upsertTemplates(WABA_ID, CODES), [ok({ data: [] })]],
		['one of several languages', async (admin) => await admin.upsertTemplates(WABA_ID, CODES), [ok({ data: [{ id: '7', language: 'de' }, { language: 'fr' }] })]],
		['an edit', async (admin) => await admin.editTemplate('7', { category: 'UTILITY' }), [ok({ success: false })]],
		['a deletion', async (admin) => await admin.deleteTemplate(WABA_ID, 'plain'), [ok({ id: '7' })]],
		['an announced upload', async (admin) => await admin.uploadSample('1', SAMPLE), [ok({ id: 'session' })]],
		['an upload', async (admin) => await admin.uploadSample('1', SAMPLE), [ok({ id: 'upload:1' }), ok({ h: ' ' })]],
		['the list', async (admin) => await admin.listTemplates(WABA_ID), [ok({ data: {} })]],
	])('to %s that says something else is no answer', async (_title, ask, answers) => {
		await expect(ask(open(...answers))).rejects.toThrow(CloudApiNoAnswerError);
	});
});

describe('a request', () => {
	it('for a deletion names the ID of one language, or only the name of all', async () => {
		const admin = open(ok({ success: true }));
		await admin.deleteTemplate(WABA_ID, 'plain', '7');
		await admin.deleteTemplate(WABA_ID, 'plain');
		expect(requests.map(({ method, query }) => [method, query])).toEqual([
			['DELETE', { hsm_id: '7', name: 'plain' }],
			['DELETE', { name: 'plain' }],
		]);
	});

	test.each<[string, (admin: TemplateAdmin) => Promise<unknown>]>([
		['a new template', async (admin) => await admin.createTemplate(WABA_ID, CREATION)],
		['several languages', async (admin) => await admin.upsertTemplates(WABA_ID, CODES)],
		['an edit', async (admin) => await admin.editTemplate('7', {})],
		['a deletion', async (admin) => await admin.deleteTemplate(WABA_ID, 'plain')],
	])('for %s is made once when no answer comes', async (_title, ask) => {
		await expect(ask(open())).rejects.toThrow(CloudApiNoAnswerError);
		expect(requests).toHaveLength(1);
	});

	test.each<[string, (admin: TemplateAdmin) => Promise<unknown>]>([
		['a WABA', async (admin) => await admin.createTemplate('../me', CREATION)],
		['a template', async (admin) => await admin.editTemplate('7/x', {})],
		['a language', async (admin) => await admin.deleteTemplate(WABA_ID, 'plain', '')],
		['an app', async (admin) => await admin.uploadSample('my app', SAMPLE)],
	])('is not made with an ID of %s that is no number', async (_title, ask) => {
		await expect(ask(open(ok({})))).rejects.toThrow(InvalidInputError);
		expect(requests).toEqual([]);
	});
});

describe('a refusal of a template', () => {
	test.each([
		[2388024, 'there is a template of this name in this language already'],
		[2388023, 'a template of this name is still being deleted in this language'],
		[2388047, 'the header of the template is not valid'],
		[2388299, 'the template begins or ends with a variable'],
		[2388999, 'the template is not valid'],
	])('with the subcode %i says what is wrong, and what Meta tells the user', async (subcode, summary) => {
		const error = { code: 100, error_subcode: subcode, message: 'Invalid parameter', error_user_msg: 'Do it another way.' };
		const asking = open(refused(error)).createTemplate(WABA_ID, CREATION);
		await expect(asking).rejects.toThrow(TemplateError);
		await expect(asking).rejects.toMatchObject({
			message: `WhatsApp refused the request: ${summary} (code 100)`,
			details: 'Do it another way.',
			subcode,
		});
	});

	it('without a known subcode stays what code 100 is', async () => {
		const error = { code: 100, error_subcode: 2494002, message: 'Invalid parameter', error_user_msg: 'Do it another way.' };
		await expect(open(refused(error)).createTemplate(WABA_ID, CREATION)).rejects.toMatchObject({
			message: expect.not.stringContaining('template') as string,
			details: 'Do it another way.',
		});
	});
});
