import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject, INodeExecutionData } from 'n8n-workflow';

import { openStore } from '../../nodes/shared/store/openStore';
import type { Store } from '../../nodes/shared/store/Store';
import { createSimulator } from '../../simulator/createSimulator';
import type { Simulator } from '../../simulator/Simulator';
import type { SimulatorOptions } from '../../simulator/SimulatorOptions';

/** The simulator's only business number. */
export const PHONE_NUMBER_ID = '106540352242922';
export const BUSINESS_ACCOUNT_ID = '102290129340398';

/** What a test of a node needs around it: a stand-in for Meta and an empty store in a file of its own. */
export interface Stage {
	simulator: Simulator;
	store: Store;
	credential: ICredentialDataDecryptedObject;
	/** Records that somebody wrote so long ago, as the trigger would have. */
	wrote(phoneNumber: string, agoMs: number): Promise<void>;
	close(): Promise<void>;
}

/** Opens a stage; every test file has its own. */
export async function openStage(options: SimulatorOptions = {}): Promise<Stage> {
	const simulator = await createSimulator({ statusDelayMs: 0, ...options });
	const path = join(mkdtempSync(join(tmpdir(), 'whatsapp-session-stage-')), 'sessions.sqlite');
	const store = openStore({ kind: 'embedded', path });
	return {
		simulator,
		store,
		credential: {
			accessToken: 'simulator-access-token',
			businessAccountId: BUSINESS_ACCOUNT_ID,
			appSecret: 'simulator-app-secret',
			verifyToken: 'a verify token',
			graphApiBaseUrl: simulator.url,
			embeddedStorePath: path,
		},
		async wrote(phoneNumber, agoMs) {
			const user = { waId: phoneNumber.replace('+', '') };
			await store.recordEvidence([
				{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user, atMs: Date.now() - agoMs },
			]);
			simulator.setClock({ offsetSeconds: Math.round(-agoMs / 1000) });
			simulator.write({ from: user.waId, text: 'Hello' });
			simulator.setClock({ reset: true });
		},
		async close() {
			await store.close();
			await simulator.close();
		},
	};
}

/** Items as a workflow hands them over. */
export function toItems(...jsons: INodeExecutionData['json'][]): INodeExecutionData[] {
	return jsons.map((json) => ({ json }));
}
