import { mediaIdsOf } from '../../../nodes/shared/cloudApi/media/mediaIdsOf';

it.each<[string, Record<string, unknown>, string[]]>([
	['a file', { type: 'image', image: { id: '1', caption: 'id' } }, ['1']],
	['a file by its address', { type: 'image', image: { link: 'https://example.com/a.png' } }, []],
	['a header', { type: 'interactive', interactive: { header: { type: 'video', video: { id: '2' } }, action: { buttons: [{ reply: { id: 'y' } }] } } }, ['2']],
	['a template with cards', { template: { components: [{ parameters: [{ image: { id: '3' } }] }, { cards: [{ components: [{ parameters: [{ document: { id: '4' } }, { image: { id: '3' } }] }] }] }] } }, ['3', '4']],
	['a text', { type: 'text', text: { body: 'image' } }, []],
])('finds the media IDs of %s', (_, body, expected) => {
	expect(mediaIdsOf(body)).toEqual(expected);
});
