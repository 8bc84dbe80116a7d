import { toNoAnswerError } from '../../../nodes/shared/cloudApi/errors/toNoAnswerError';

const SEND = { method: 'POST', path: '/1/messages' } as const;
const failure = (fields: Record<string, unknown>) => Object.assign(new Error('failed'), fields);

describe('toNoAnswerError', () => {
	test.each([
		[{ code: 'ECONNREFUSED' }],
		[{ code: 'ENOTFOUND' }],
		[{ code: 'EAI_AGAIN' }],
		[{ code: 'CERT_HAS_EXPIRED' }],
		[{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
		[{ code: 'UND_ERR_CONNECT_TIMEOUT' }],
		[{ code: 'ETIMEDOUT', syscall: 'connect' }],
		[{ cause: failure({ code: 'ECONNREFUSED' }) }],
		[{ cause: failure({ errors: [failure({ code: 'ECONNREFUSED' })] }) }],
		[{ httpCode: 'ECONNREFUSED' }],
	])('knows from %j that nothing was sent', (fields) => {
		expect(toNoAnswerError(failure(fields), SEND)).toMatchObject({ wasPossiblySent: false });
	});

	test.each([
		[{ code: 'ECONNRESET' }],
		[{ code: 'EPIPE' }],
		[{ code: 'ETIMEDOUT' }],
		[{ code: 'ETIMEDOUT', syscall: 'read' }],
		[{ code: 'ECONNABORTED' }],
		[{ name: 'TimeoutError', code: 23 }],
		[{ code: 'ECONNRESET', cause: failure({ code: 'ECONNREFUSED' }) }],
		[{ code: 'SOMETHING_NEW' }],
		[{}],
	])('leaves open after %j whether the message was sent', (fields) => {
		const error = toNoAnswerError(failure(fields), SEND);

		expect(error).toMatchObject({ wasPossiblySent: true });
		expect(error.message).toContain('nobody knows whether the message was sent');
	});

	test.each([undefined, null, 'down', 5, { code: 5 }])('does not break on %j', (rejected) => {
		expect(toNoAnswerError(rejected, SEND)).toMatchObject({ wasPossiblySent: true });
	});

	test.each(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT'])('keeps the code %s out of its texts', (code) => {
		const { message, advice } = toNoAnswerError(failure({ code }), SEND);

		expect(`${message} ${advice}`).not.toContain(code);
	});

	test('says of a read that nothing can have been sent', () => {
		const error = toNoAnswerError(failure({ code: 'ECONNRESET' }), { method: 'GET', path: '/1' });

		expect(error).toMatchObject({ wasPossiblySent: false, message: 'WhatsApp did not answer: the connection broke.' });
	});

	test('ends on a chain of causes that bites its own tail', () => {
		const loop = failure({});
		loop.cause = loop;

		expect(toNoAnswerError(loop, SEND)).toMatchObject({ wasPossiblySent: true });
	});
});
