import { byName, filled, openTemplateStage, type TemplateStage } from '../../support/openTemplateStage';

let stage: TemplateStage;

const text = { type: 'BODY', text: 'Hello from the shop.' };
const buttons = (button: object) => ({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }, button] as never[] });

beforeEach(async () => {
	stage = await openTemplateStage();
	stage.simulator.putTemplate({ name: 'invoice', components: [text, buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })] });
	stage.simulator.putTemplate({ name: 'shelf', category: 'MARKETING', components: [text, buttons({ type: 'MPM', text: 'View items' })] });
});
afterEach(async () => await stage.close());

const ORDER = { button_2_reference: 'order-1042', button_2_payment: 'payu', button_2_payment_code: 'my-shop' };
const order = (rows: object[] | string, values: object = ORDER, more: object = {}) => ({
	...byName('invoice'),
	...filled(values),
	options: { orderItems: { item: rows }, ...more },
});
const shelf = (rows: object[], values: object = { button_2_thumbnail: 'sku-1' }) => ({
	...byName('shelf'),
	...filled(values),
	options: { products: { product: rows } },
});

/** The action of the button that went out. */
function sentAction(): Record<string, unknown> | undefined {
	const [message] = stage.simulator.sent();
	const sent = message?.content.components as Array<{ parameters: Array<{ action: Record<string, unknown> }> }> | undefined;
	return sent?.at(-1)?.parameters[0]?.action;
}

describe('the option Order Items', () => {
	it('gives the items of an order as rows', async () => {
		const more = { productId: 'fern-1', saleAmount: '9.99', countryOfOrigin: 'India', importerName: 'Example Imports', importerCity: 'East Delhi' };
		const { error } = await stage.send(order([{ name: 'Fern', amount: '12.50', quantity: 2, more }, { name: 'Pot', amount: 3 }]));

		expect(error?.message).toBeUndefined();
		expect(sentAction()?.order_details).toMatchObject({
			order: {
				items: [
					{
						retailer_id: 'fern-1',
						name: 'Fern',
						amount: { value: 1250, offset: 100 },
						sale_amount: { value: 999, offset: 100 },
						quantity: 2,
						country_of_origin: 'India',
						importer_name: 'Example Imports',
						importer_address: { city: 'East Delhi' },
					},
					{ name: 'Pot', amount: { value: 300, offset: 100 }, quantity: 1 },
				],
				subtotal: { value: 2298, offset: 100 },
			},
			total_amount: { value: 2298, offset: 100 },
		});
	});

	it('takes an expression in a row, for each item', async () => {
		const rows = [{ name: '={{ $json.plant }}', amount: '={{ $json.price }}', quantity: 1 }];
		const { error } = await stage.send(order(rows), [{ plant: 'Fern', price: 12.5 }]);

		expect(error?.message).toBeUndefined();
		expect(sentAction()?.order_details).toMatchObject({ order: { items: [{ name: 'Fern' }] }, total_amount: { value: 1250 } });
	});

	test.each([
		['a template without an order', { ...order([{ name: 'Fern', amount: '1' }]), ...byName('hello_world'), ...filled({}) }, /'Order Items' is given, and the template 'hello_world' has no order to be paid/],
		['items that stand in the form as well', order([{ name: 'Fern', amount: '1' }], { ...ORDER, button_2_items: [{ name: 'Moss', amount: 1 }] }), /'Order Items' and 'Button 2 items: "Review and Pay"' are both given/],
		['an item without a name', order([{ name: 'Fern', amount: '1' }, { name: '', amount: '1' }]), /'Item Name of Item 2' is empty/],
		['an amount that is none', order([{ name: 'Fern', amount: 'much' }]), /'Amount of Item 1' is not an amount of money: much/],
		['what a failed expression leaves', order([{ name: 'Fern undefined', amount: '1' }]), /'Button 2 items: "Review and Pay"' holds 'undefined', which an expression leaves/],
	])('refuses %s, without a request', async (_case, parameters, words) => {
		const { error } = await stage.send(parameters);

		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/\S/);
		expect(stage.simulator.sent()).toEqual([]);
	});
});

describe('the option Products', () => {
	it('gives the products of a button as rows, those of one section together', async () => {
		const { error } = await stage.send(shelf([{ productId: 'sku-1', section: 'New' }, { productId: 'sku-2', section: 'Old' }, { productId: 'sku-3', section: 'New' }]));

		expect(error?.message).toBeUndefined();
		expect(sentAction()).toEqual({
			thumbnail_product_retailer_id: 'sku-1',
			sections: [
				{ title: 'New', product_items: [{ product_retailer_id: 'sku-1' }, { product_retailer_id: 'sku-3' }] },
				{ title: 'Old', product_items: [{ product_retailer_id: 'sku-2' }] },
			],
		});
	});

	test.each([
		['a template without products', { ...shelf([{ productId: 'sku-1', section: 'New' }]), ...byName('hello_world'), ...filled({}) }, /'Products' is given, and the template 'hello_world' has no button for several products/],
		['a product without a section', shelf([{ productId: 'sku-1', section: '' }]), /'Section of Product 1' is empty/],
		['a product without an ID', shelf([{ productId: '={{ $json.nothing }}', section: 'New' }]), /'Product ID of Product 1' is empty/],
	])('refuses %s, without a request', async (_case, parameters, words) => {
		const { error } = await stage.send(parameters);

		expect(error?.message).toMatch(words);
		expect(stage.simulator.sent()).toEqual([]);
	});
});
