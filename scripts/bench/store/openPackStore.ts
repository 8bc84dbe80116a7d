import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import type { StoreConfig } from '../../../nodes/shared/store/StoreConfig.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';

const require = createRequire(import.meta.url);

/** Opens a store as the built pack does. */
export function openPackStore(config: StoreConfig): Store {
	const path = join(projectFolder(), 'dist', 'nodes', 'shared', 'store', 'openStore.js');
	return (require(path) as { openStore: (config: StoreConfig) => Store }).openStore(config);
}
