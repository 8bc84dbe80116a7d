import { AuthorizationError } from '../../../nodes/shared/cloudApi/errors/AuthorizationError';
import { CloudApiError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { RateLimitError } from '../../../nodes/shared/cloudApi/errors/RateLimitError';
import { shareUpload } from '../../../nodes/shared/n8n/files/shareUpload';
import type { UploadedFile } from '../../../nodes/shared/sending/FileUploads';

const KEY = { businessAccountId: '1', phoneNumberId: '2', sha256: 'a', mimeType: 'image/png' };
const uploaded = (mediaId: string): UploadedFile => ({ mediaId, key: KEY, name: 'a', isNew: true });

/** An upload that ends when the test says so. */
function startUpload(mediaId: string, name = 'a') {
	const { promise, resolve, reject } = Promise.withResolvers<UploadedFile>();
	const begin = jest.fn(async () => await promise);
	return { begin, result: shareUpload(name, begin), finish: () => resolve(uploaded(mediaId)), fail: reject };
}

describe('shareUpload', () => {
	it('gives everybody who comes meanwhile the one that is under way', async () => {
		const [first, second, other] = [startUpload('11'), startUpload('12'), startUpload('13', 'b')];
		first.finish();
		other.finish();
		expect(await Promise.all([first.result, second.result, other.result])).toMatchObject([
			{ mediaId: '11' },
			{ mediaId: '11' },
			{ mediaId: '13' },
		]);
		expect(second.begin).not.toHaveBeenCalled();
	});

	it('begins anew for those who come afterwards', async () => {
		const first = startUpload('11');
		first.finish();
		await first.result;
		const second = startUpload('12');
		second.finish();
		expect(await second.result).toMatchObject({ mediaId: '12' });
	});

	it('lets one of those who waited begin anew when the first execution was stopped, and the rest wait for that one', async () => {
		const [first, second, third] = [startUpload('11'), startUpload('12'), startUpload('13')];
		first.fail(new Error('stopped'));
		second.finish();
		await expect(first.result).rejects.toThrow('stopped');
		expect(await Promise.all([second.result, third.result])).toMatchObject([{ mediaId: '12' }, { mediaId: '12' }]);
		expect(third.begin).not.toHaveBeenCalled();
	});

	it('refuses all a file that Meta refuses one of them', async () => {
		const [first, second] = [startUpload('11'), startUpload('12')];
		first.fail(new CloudApiError({ message: 'refused', advice: '', code: 131053, retry: 'no', httpStatus: 400 }));
		await expect(first.result).rejects.toThrow(CloudApiError);
		await expect(second.result).rejects.toThrow(CloudApiError);
		expect(second.begin).not.toHaveBeenCalled();
	});

	it.each([
		new AuthorizationError({ message: 'refused', advice: '', code: 190, retry: 'no', httpStatus: 401 }),
		new RateLimitError({ message: 'refused', advice: '', code: 131064, retry: 'later', httpStatus: 400 }),
	])('lets the others try for themselves when one is refused for its credential: code $code', async (refusal) => {
		const [first, second] = [startUpload('11'), startUpload('12')];
		first.fail(refusal);
		second.finish();
		await expect(first.result).rejects.toBe(refusal);
		expect(await second.result).toMatchObject({ mediaId: '12' });
	});
});
