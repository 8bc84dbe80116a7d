import type { INodeParameters } from 'n8n-workflow';

import { readSettings } from '../../nodes/WindowClosingTrigger/readSettings';
import { ClosingWatch } from '../../nodes/WindowClosingTrigger/ClosingWatch';
import { WindowClosingTrigger } from '../../nodes/WindowClosingTrigger/WindowClosingTrigger.node';
import { createAccountOpener } from '../../nodes/shared/n8n/account/createAccountOpener';
import { openScene, type Scene } from '../support/openScene';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { setDate } from '../support/setDate';
import { createWatchContext } from '../support/startWatching';

/** What builders ask for, through every real part: people write in the simulator, the trigger records it, and nodes obey. */
const HOUR_MS = 60 * 60 * 1000;
const BERLIN = '+4915112345678';
const people = ['+12025550101', '+12025550102', '+12025550103', '+12025550104', '+12025550105', '+12025550106'];
const [byStop, byBaja, byRussian, bySettings, byFailure, curious] = people as [string, string, string, string, string, string];
const SALE = { ...byName('summer_sale'), ...filled({ body_1: 'Ada' }) } as unknown as INodeParameters;

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(async () => await scene.close());

const to = (recipient: string) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID });

test('demand 9: opt-outs are honoured: STOP in several languages, the switch in WhatsApp, and a message that failed because of one', async () => {
	const { simulator } = scene;
	for (const phoneNumber of people) simulator.putPerson({ waId: phoneNumber.slice(1) });
	simulator.write({ from: byStop.slice(1), text: 'STOP' });
	simulator.write({ from: byBaja.slice(1), text: '¡Baja!' });
	simulator.write({ from: byRussian.slice(1), text: 'стоп' });
	simulator.write({ from: curious.slice(1), text: 'Is there a bus stop next to your shop?' });
	simulator.preferMarketing({ from: bySettings.slice(1), value: 'stop' });
	simulator.putPerson({ waId: byFailure.slice(1), hasStoppedMarketing: true });
	await scene.delivered();
	expect(await scene.sendTemplate(to(byFailure), SALE)).toMatchObject({ output: 'Sent' });
	await scene.delivered();

	const before = simulator.sent().length;
	for (const recipient of [byStop, byBaja, byRussian, bySettings, byFailure]) {
		const { output, json } = await scene.sendTemplate(to(recipient), SALE);
		expect([recipient, output, json.notSent]).toMatchObject([recipient, 'Not Sent', { reason: 'optedOut', since: expect.any(String), source: expect.any(String) }]);
	}
	expect(await scene.sendTemplate(to(curious), SALE)).toMatchObject({ output: 'Sent' });
	expect(simulator.sent().slice(before).map(({ waId }) => `+${waId}`)).toEqual([curious]);
});

test('demand 11: the builder is told before a window closes, and a message waits for a humane hour, or for shortly before that', async () => {
	const { store, credential } = scene;
	const at = (text: string) => setDate(Date.parse(text));
	await store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { waId: BERLIN.slice(1) }, atMs: Date.parse('2026-11-26T02:12:00Z') }]);

	const watched = createWatchContext({
		node: new WindowClosingTrigger(),
		readCredential: () => credential,
		parameters: { beforeNight: true, nightFrom: '21:00', nightUntil: '08:00' },
		timezone: 'Europe/Berlin',
	});
	let nowMs = Date.parse('2026-11-26T17:59:00Z');
	const watch = new ClosingWatch(watched.context, readSettings(watched.context), createAccountOpener(watched.context, () => nowMs), () => nowMs);
	await watch.look();
	expect(watched.executions).toEqual([]);
	nowMs += HOUR_MS / 60;
	await watch.look();
	// The window closes at 03:12 in Berlin; the night begins at 21:00, and two hours before that is 19:00.
	expect(watched.executions.flatMap(({ items }) => items)).toMatchObject([{ json: { recipient: BERLIN, closesAt: '2026-11-27T02:12:00.000Z', isLate: false } }]);

	const quiet = { text: 'Anything else?', manners: { quietFrom: '21:00', quietUntil: '08:00' } };
	at('2026-11-26T22:00:00Z');
	expect((await scene.sendFreeForm(to(BERLIN), quiet)).json).toMatchObject({ notSent: { reason: 'quietHours', sendAt: '2026-11-27T02:02:00.000Z' } });
	at('2026-11-27T02:02:00Z');
	expect(await scene.sendFreeForm(to(BERLIN), quiet)).toMatchObject({ output: 'Sent' });
});
