import type { Engine } from '../Engine.ts';
import { answerAddress } from '../people/answerAddress.ts';
import { answerCallRequest } from '../people/answerCallRequest.ts';
import { answerFlow } from '../people/answerFlow.ts';
import { call } from '../people/call.ts';
import { changeNumber } from '../people/changeNumber.ts';
import { echo } from '../people/echo.ts';
import { edit } from '../people/edit.ts';
import { moveThread } from '../people/moveThread.ts';
import { pay } from '../people/pay.ts';
import { preferMarketing } from '../people/preferMarketing.ts';
import { putGroup } from '../people/putGroup.ts';
import { react } from '../people/react.ts';
import { revoke } from '../people/revoke.ts';
import { tap } from '../people/tap.ts';
import { write } from '../people/write.ts';
import type { PersonControls } from '../Simulator.ts';

/** What people do, and what the business does in its app. */
export function personControls(engine: Engine): PersonControls {
	return {
		write: (input) => write(engine, input),
		call: (input) => call(engine, input),
		tap: (input) => tap(engine, input),
		answerFlow: (input) => answerFlow(engine, input),
		answerAddress: (input) => answerAddress(engine, input),
		answerCallRequest: (input) => answerCallRequest(engine, input),
		pay: (input) => pay(engine, input),
		react: (input) => react(engine, input),
		edit: (input) => edit(engine, input),
		revoke: (input) => revoke(engine, input),
		echo: (input) => echo(engine, input),
		moveThread: (input) => moveThread(engine, input),
		preferMarketing: (input) => preferMarketing(engine, input),
		putPerson: (person) => engine.world.putPerson(person),
		putGroup: (input) => putGroup(engine, input),
		changeNumber: (address, newNumber) => changeNumber(engine, address, newNumber),
		expireMediaLinks: () => engine.media.expireLinks(),
		failNextDownload: (failure = {}) => engine.media.failNext(failure),
	};
}
