import { createCloudApi } from '../../../nodes/shared/cloudApi/client/createCloudApi';
import { startGraphServer, type GraphServer, type Reply } from './startGraphServer';

const DONE: Reply = { status: 200, body: { messaging_product: 'whatsapp', request_id: 'AbC' } };
const ADA = { phoneNumber: '+4915112345678', waId: '4915112345678', bsuid: undefined };

describe('controlThread', () => {
	let server: GraphServer | undefined;
	const open = async (...replies: Reply[]) => {
		server = await startGraphServer(...replies);
		return createCloudApi(server.transport);
	};
	const sent = () => server?.requests.map(({ body }) => body);
	afterEach(async () => {
		await server?.close();
		server = undefined;
	});

	test('passes to a role, with the note beside it', async () => {
		const api = await open(DONE);
		await api.controlThread('106', { action: 'pass', recipient: ADA, targetRole: 'customer_service', note: 'Wants a refund' });
		expect(server?.requests[0]?.url.pathname).toBe('/v25.0/106/thread_control');
		expect(sent()).toMatchObject([
			{ messaging_product: 'whatsapp', action: 'pass', control_pass: { target_role: 'customer_service' }, metadata: 'Wants a refund' },
		]);
	});

	test('names no role for the escalation partner, who gets what is passed to nobody', async () => {
		const api = await open(DONE);
		await api.controlThread('106', { action: 'pass', recipient: ADA, targetRole: 'escalation' });
		expect(sent()).toEqual([expect.not.objectContaining({ control_pass: expect.anything() })]);
	});

	test.each(['ai_agent', 'ctwa', 'marketing', 'utility'])('knows the role %s', async (targetRole) => {
		const api = await open(DONE);
		await api.controlThread('106', { action: 'pass', recipient: ADA, targetRole });
		expect(sent()).toMatchObject([{ control_pass: { target_role: targetRole } }]);
	});

	test('takes the older answer as well, and no page of a proxy', async () => {
		const api = await open({ status: 200, body: { success: true } }, { status: 200, body: {} });
		await api.controlThread('106', { action: 'release', recipient: ADA });
		await expect(api.controlThread('106', { action: 'release', recipient: ADA })).rejects.toThrow('could not be read');
	});
});
