import { toDocumentName } from '../../../nodes/shared/cloudApi/media/toDocumentName';
import { toUploadName } from '../../../nodes/shared/cloudApi/media/toUploadName';

describe('the name of an upload', () => {
	test.each([
		['voice-note.mp4', 'audio/ogg; codecs=opus', 'voice-note.ogg'],
		['photo.jpg', 'image/heic', 'photo.heic'],
		['photo.HEIC', 'image/jpeg', 'photo.jpg'],
		['video.mov', 'video/mp4', 'video.mp4'],
		['sticker.png', 'image/webp; animated=true', 'sticker.webp'],
		['voice note', 'audio/ogg', 'voice note.ogg'],
		['Invoice 1042', 'application/pdf', 'Invoice 1042.pdf'],
		[undefined, 'application/pdf', 'data.pdf'],
		['  ', 'image/png', 'data.png'],
	])('of %j has the ending of the type %s', (fileName, mimeType, name) => {
		expect(toUploadName({ fileName, property: 'data', mimeType })).toBe(name);
	});

	test.each([
		['photo.JPEG', 'image/jpeg'],
		['voice.opus', 'audio/ogg'],
		['song.mp4', 'audio/mp4'],
		['README.md', 'text/plain'],
		['orders.csv', 'text/plain'],
		['data.xyz', 'application/x-anything'],
		['no ending', 'application/x-anything'],
		['order.pdf', 'application/octet-stream'],
	])('%s stays as it is for the type %s', (fileName, mimeType) => {
		expect(toUploadName({ fileName, property: 'data', mimeType })).toBe(fileName);
	});
});

describe('the name of a document that has none', () => {
	test.each([
		['its link', 'https://shop.example/invoices/1042.pdf?token=a.b', '1042.pdf'],
		['its link, decoded', 'https://shop.example/Rechnung%20M%C3%A4rz.pdf', 'Rechnung März.pdf'],
		['its link, which cannot be decoded', 'https://shop.example/100%.pdf', '100%.pdf'],
		['its field', { property: 'invoice', mimeType: 'application/pdf' }, 'invoice.pdf'],
		['its file', { property: 'data', fileName: 'Invoice.pdf', mimeType: 'application/pdf' }, 'Invoice.pdf'],
	])('comes from %s', (_case, media, name) => {
		expect(toDocumentName(media)).toBe(name);
	});

	test.each(['1037543291543636', 'https://shop.example/', 'https://shop.example/download', 'https://shop.example/download.php/', '', undefined])('is none for %j', (media) => {
		expect(toDocumentName(media)).toBeUndefined();
	});
});
