import { openTemplateStage, byName, filled, type TemplateStage } from '../../support/openTemplateStage';

let stage: TemplateStage;

beforeEach(async () => {
	stage = await openTemplateStage();
	const text = 'Hello {{name}}, you owe us {{total}} since {{day}}.';
	stage.simulator.putTemplate({ name: 'dunning', parameter_format: 'NAMED', language: 'de', components: [{ type: 'BODY', text }] });
});
afterEach(async () => await stage.close());

const values = { body_name: 'Ada', body_total: '1299.5', body_day: '2026-05-12' };
const as = (...rows: object[]) => ({ ...byName('dunning', 'de'), ...filled(values), options: { typedVariables: { values: rows } } });

describe('the option Amounts and Dates', () => {
	it('sends variables as amounts and points in time, written in the language of the template', async () => {
		const { error } = await stage.send(as({ variable: '{{total}}', type: 'currency', currency: 'eur' }, { variable: 'body_day', type: 'date_time' }));

		expect(error?.message).toBeUndefined();
		const [message] = stage.simulator.sent();
		expect(message?.text).toBe('Hello Ada, you owe us 1.299,50\u00a0€ since 2026-05-12.');
		expect(message?.content.components).toEqual([
			{
				type: 'body',
				parameters: [
					{ type: 'text', parameter_name: 'name', text: 'Ada' },
					{ type: 'currency', parameter_name: 'total', currency: { fallback_value: '1.299,50\u00a0€', code: 'EUR', amount_1000: 1_299_500 } },
					{ type: 'date_time', parameter_name: 'day', date_time: { fallback_value: '2026-05-12' } },
				],
			},
		]);
	});

	it('leaves a value that says its own currency as it is', async () => {
		const owed = { ...filled({ ...values, body_total: '{"amount":5,"currency":"USD"}' }), options: as({ variable: 'total', type: 'currency', currency: 'EUR' }).options };
		const { error } = await stage.send({ ...byName('dunning', 'de'), ...owed });

		expect(error?.message).toBeUndefined();
		expect(stage.simulator.sent()[0]?.text).toBe('Hello Ada, you owe us 5,00\u00a0$ since 2026-05-12.');
	});

	it.each([
		['a variable that the template does not have', { variable: 'sum', type: 'currency', currency: 'EUR' }, "'Amounts and Dates' names a variable that the template does not have: sum"],
		['no variable', { variable: '', type: 'date_time' }, "'Amounts and Dates' names a variable that the template does not have: (empty)"],
		['a currency that is none', { variable: 'total', type: 'currency', currency: 'Euro' }, 'has no currency of three letters: EURO'],
		['an amount that is none', { variable: 'name', type: 'currency', currency: 'EUR' }, 'is no amount: Ada'],
	])('refuses %s', async (_title, row, message) => {
		const { error } = await stage.send(as(row));
		expect(error?.message).toContain(message);
		expect(error?.description).toMatch(/\.$/);
		expect(stage.simulator.sent()).toEqual([]);
	});
});
