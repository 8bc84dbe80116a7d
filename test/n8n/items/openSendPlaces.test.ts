import { openSendPlaces } from '../../../nodes/shared/n8n/items/openSendPlaces';

/** One run of a node, as n8n shows it. */
function placeIn(run: { token?: string; runIndex: number; kept?: object; type?: string }) {
	const { token = 'secret token', runIndex, kept = {}, type = 'sendTemplate' } = run;
	const resumeUrl = `http://localhost/webhook-waiting/7?signature=${token}`;
	const context = {
		getNode: () => ({ id: 'node', type }),
		getContext: () => kept,
		getWorkflowDataProxy: () => ({ $execution: { resumeUrl }, $runIndex: runIndex }),
	};
	return openSendPlaces(context as unknown as Parameters<typeof openSendPlaces>[0])(3);
}

describe('the place that a message is sent from', () => {
	it('is the same in the retry of a killed execution, in which n8n counts runs from 1 and has forgotten what the node kept', () => {
		expect(placeIn({ runIndex: 1 })).toEqual(placeIn({ runIndex: 0 }));
	});

	it('tells the runs of a loop apart, in the retry as in the first try', () => {
		const [first, retry] = [{}, {}];
		const runs = [0, 1, 2].map((runIndex) => placeIn({ runIndex, kept: first }).runIndex);
		const again = [1, 2, 3].map((runIndex) => placeIn({ runIndex, kept: retry }).runIndex);
		expect([runs, again]).toEqual([[0, 1, 2], [0, 1, 2]]);
	});

	it('is another one in another execution, and shows nothing of the token of either', () => {
		const { executionName } = placeIn({ runIndex: 0 });
		expect(placeIn({ runIndex: 0, token: 'another' }).executionName).not.toBe(executionName);
		expect(executionName).toMatch(/^[\w-]{22}$/);
		expect(executionName).not.toContain('secret');
	});

	it('goes on under the name that an earlier version had kept', () => {
		expect(placeIn({ runIndex: 0, kept: { sendOnceId: 'kept' } }).executionName).toBe('kept');
	});

	it('has no run where an AI agent calls, whose every try counts as one', () => {
		expect(placeIn({ runIndex: 4, type: 'sendTemplateTool' })).not.toHaveProperty('runIndex');
	});
});
