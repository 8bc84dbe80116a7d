import { templateCorpus } from '../fixtures/templates/corpus';
import { byName, filled, openTemplateStage, type TemplateStage } from '../support/openTemplateStage';

let stage: TemplateStage;

beforeEach(async () => void (stage = await openTemplateStage()));
afterEach(async () => await stage.close());

describe('Send Template, for every kind of component and button', () => {
	test.each(templateCorpus.map((each) => [each.title, each] as const))('sends %s, and the person reads what it says', async (_title, each) => {
		stage.simulator.putTemplate(each.template);
		const { outputs, error } = await stage.send({ ...byName(each.template.name), ...filled(each.values) });

		expect(error).toBeUndefined();
		const [message] = stage.simulator.sent();
		expect(message).toMatchObject({ status: expect.not.stringMatching('refused') as string, text: each.text });
		expect(message?.content.components).toEqual(each.components);
		expect(outputs[0]?.[0]?.json.template).toMatchObject({
			name: each.template.name,
			category: each.template.category ?? 'UTILITY',
			priceCategory: (each.template.category ?? 'UTILITY').toLowerCase(),
			text: each.text,
		});
	});
});
