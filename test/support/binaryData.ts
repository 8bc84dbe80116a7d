import 'reflect-metadata';

import { createRequire } from 'node:module';

import { BinaryDataService } from 'n8n-core';

// There are several copies of n8n's container among the dependencies; n8n-core registers its services in its own.
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: { get<T>(type: new (...parameters: never[]) => T): T };
};

/** n8n's store of binary data, as the nodes use it; files once its `init()` has been called, memory before. */
export const binaryData: BinaryDataService = Container.get(BinaryDataService);
