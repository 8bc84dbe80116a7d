import { checkDraft } from '../../../nodes/shared/cloudApi/templates/draft/checkDraft';

describe('the text of a header', () => {
	test.each(['Order no_name_yet', 'Open 8 ~ 18', 'A_B', 'Shop\u2122 \u00A9 2026', 'Order #1 _', 'A __ B', '2 _ 3 _ 4'])('may be %p', (text) => {
		expect(() => checkDraft({ parameterFormat: 'POSITIONAL', header: { format: 'TEXT', text: { text, examples: [] } } })).not.toThrow();
	});

	it('may have no formatting around a variable whose name holds an underscore', () => {
		const text = { text: '_{{order_id}}_ is here', examples: [{ name: 'order_id', example: '7' }] };
		const header = { format: 'TEXT' as const, text };
		expect(() => checkDraft({ parameterFormat: 'NAMED', header })).toThrow('formatting');
	});

	it('may hold a variable with underscores in its name', () => {
		const text = { text: 'Order {{order_id}}', examples: [{ name: 'order_id', example: '7' }] };
		expect(() => checkDraft({ parameterFormat: 'NAMED', header: { format: 'TEXT', text } })).not.toThrow();
	});
});
