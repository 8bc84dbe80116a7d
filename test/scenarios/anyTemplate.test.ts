import fc from 'fast-check';
import { DateTime } from 'luxon';

import { toMessageTemplate } from '../../nodes/shared/cloudApi/templates/toMessageTemplate';
import { toTemplateFields } from '../../nodes/shared/cloudApi/templates/toTemplateFields';
import { toTemplateMessage } from '../../nodes/shared/cloudApi/templates/toTemplateMessage';
import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { createSimulator } from '../../simulator/createSimulator';
import type { Simulator } from '../../simulator/Simulator';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';

const HEADERS = { Authorization: 'Bearer simulator-access-token', 'Content-Type': 'application/json' };
const RUNS = 300;

const words = fc.stringMatching(/^[A-Za-zäß,.!?{} 您😀-]{1,14}$/u);
const variable = (format: string) =>
	format === 'NAMED' ? fc.constantFrom('first_name', 'order_id', 'status') : fc.constantFrom('1', '2', '3');

/** A text with variables: numbered ones count from 1 without a gap, as Meta approves them. */
const textOf = (format: string) =>
	fc.array(fc.tuple(words, fc.option(variable(format), { nil: undefined })), { minLength: 1, maxLength: 4 }).map((parts) => {
		const names = [...new Set(parts.flatMap(([, name]) => name ?? []))].sort();
		const renamed = new Map(names.map((name, index) => [name, format === 'NAMED' ? name : String(index + 1)]));
		return parts.map(([text, name]) => `${text.replaceAll('{', '').replaceAll('}', '')}${name ? `{{${renamed.get(name)}}}` : '.'}`).join(' ');
	});

const button = fc.oneof(
	words.map((text) => ({ type: 'QUICK_REPLY', text })),
	fc.boolean().map((isOpen) => ({ type: 'URL', text: 'Look', url: `https://shop.example/a${isOpen ? '/{{1}}' : ''}` })),
	fc.constantFrom(
		{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100001' },
		{ type: 'COPY_CODE', text: 'Copy' },
		{ type: 'FLOW', text: 'Book' },
		{ type: 'CATALOG', text: 'View catalog' },
		{ type: 'MPM', text: 'View items' },
		{ type: 'SPM', text: 'View' },
		{ type: 'VOICE_CALL', text: 'Call us' },
		{ type: 'ORDER_DETAILS', text: 'Review and Pay' },
		{ type: 'REQUEST_CONTACT_INFO' },
	),
);
const header = (format: string) =>
	fc.oneof(
		textOf(format).map((text) => ({ type: 'HEADER', format: 'TEXT', text })),
		fc.constantFrom('IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT').map((kind) => ({ type: 'HEADER', format: kind })),
	);
const cardHeader = fc.constantFrom('IMAGE', 'VIDEO', 'PRODUCT').map((kind) => ({ type: 'HEADER', format: kind }));
const buttons = fc.uniqueArray(button, { maxLength: 4, selector: ({ type }) => type }).map((list) => ({ type: 'BUTTONS', buttons: list }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const definition = fc.constantFrom('NAMED', 'POSITIONAL').chain((format) =>
	fc.record({
		format: fc.constant(format),
		category: fc.constantFrom('MARKETING', 'UTILITY'),
		header: maybe(header(format)),
		offer: maybe(fc.boolean().map((has_expiration) => ({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Offer!', has_expiration } }))),
		body: textOf(format).map((text) => ({ type: 'BODY', text })),
		footer: maybe(words.map((text) => ({ type: 'FOOTER', text }))),
		buttons: maybe(buttons),
		cards: maybe(
			fc
				.array(fc.record({ header: cardHeader, body: maybe(textOf(format).map((text) => ({ type: 'BODY', text }))), buttons }), { minLength: 2, maxLength: 3 })
				.map((list) => ({
					type: 'CAROUSEL',
					cards: list.map((card) => ({ components: [card.header, card.body, card.buttons].filter((part) => part !== undefined) })),
				})),
		),
	}),
);

/** Mostly values that a person would give, and anything else that a workflow may hold. */
const value = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('Ada', '1042', 7, 'https://shop.example/a/b.png', '52.5', '2099-01-31T12:00:00Z', 'sku', 'x{{1}}y', '$& $1') },
	{ weight: 2, arbitrary: fc.constantFrom([{ title: 'New', products: ['sku'] }], { a: 1 }, '[{"title":"New","products":["sku"]}]') },
	{ weight: 1, arbitrary: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('', null, undefined, 'a\nb', 'a    b', 'x'.repeat(1100), -1, [], {})) },
);

/** What a field takes whose kind does not say enough; an order is paid by boleto, the first choice. */
const GOOD_BY_ENDING: Record<string, unknown> = {
	_sections: [{ title: 'New', products: ['sku'] }],
	_items: [{ name: 'Tea', amount: 12.34 }],
	_payment_code: '0'.repeat(47),
};

describe('for any template and any values', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await createSimulator({ statusDelayMs: 0 });
		simulator.setSettings({ pairRate: false, statuses: 'none' });
	});
	afterAll(async () => await simulator.close());

	async function post(path: string, body: object) {
		const response = await fetch(`${simulator.url}/v25.0/${path}`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
		return { status: response.status, answer: (await response.json()) as { error?: object } };
	}

	async function listed(name: string) {
		const response = await fetch(`${simulator.url}/v25.0/${BUSINESS_ACCOUNT_ID}/message_templates?name=${name}`, { headers: HEADERS });
		return toMessageTemplate(((await response.json()) as { data: unknown[] }).data[0]);
	}

	test('there is a sentence, or a message that Meta takes and that reads as it says', async () => {
		let sent = 0;
		let refused = 0;
		await fc.assert(
			fc.asyncProperty(definition, fc.array(value, { minLength: 40, maxLength: 40 }), fc.boolean(), async (parts, values, isWhole) => {
				const { format, category, ...components } = parts;
				simulator.putTemplate({
					name: 'any',
					category,
					parameter_format: format as 'NAMED',
					components: Object.values(components).filter((part) => part !== undefined) as never[],
				});
				const template = await listed('any');
				if (!template) throw new Error('A template without a readable body was listed.');
				const fields = toTemplateFields(template);
				const good: Record<string, unknown> = { text: 'Ada', word: '10', media: 'https://shop.example/a.png', instant: '2099-01-31T12:00:00Z' };
				const given = fields.map(({ id, kind, choices }, index) => {
					if (!isWhole) return [id, values[index]] as const;
					const ending = Object.keys(GOOD_BY_ENDING).find((end) => id.endsWith(end)) ?? '';
					return [id, GOOD_BY_ENDING[ending] ?? choices?.[0]?.value ?? good[kind] ?? { a: 1 }] as const;
				});
				const settled = make(template, Object.fromEntries(given.filter(([id]) => isWhole ? !/^tap_target/.test(id) : true)));
				if (settled instanceof Error) {
					expect(settled).toBeInstanceOf(InvalidInputError);
					refused += 1;
					// A sentence, and what to do.
					expect(settled.message).toMatch(/^\S[^ ]* .*\S$/s);
					expect((settled as InvalidInputError).advice).toMatch(/\S \S.*\.$/);
					return;
				}
				const { status, answer } = await post(`${PHONE_NUMBER_ID}/messages`, { messaging_product: 'whatsapp', to: '+12025550143', ...settled.payload });
				sent += 1;
				expect([status, answer.error]).toEqual([200, undefined]);
				expect(simulator.sent().at(-1)?.text).toBe(settled.renderedText);
			}),
			{ numRuns: RUNS },
		);
		// Both ways are really taken.
		expect(sent).toBeGreaterThan(RUNS / 10);
		expect(refused).toBeGreaterThan(RUNS / 10);
	}, 60_000);

	function make(template: NonNullable<ReturnType<typeof toMessageTemplate>>, values: Record<string, unknown>) {
		try {
			return toTemplateMessage(template, { values, now: DateTime.utc() });
		} catch (refusal) {
			return refusal instanceof Error ? refusal : new Error(String(refusal));
		}
	}
});
