import type { GraphTransport } from '../../cloudApi/client/GraphTransport';
import { graphUrl, type GraphAddress } from '../../cloudApi/client/graphUrl';
import { toDialog360Transport, type Dialog360Number } from '../../cloudApi/client/toDialog360Transport';
import { InvalidInputError } from '../../domain/InvalidInputError';
import { withoutTrailing } from '../../domain/withoutTrailing';
import { createMemory } from './createMemory';

const TEN_MINUTES_MS = 10 * 60 * 1000;

// Shared by all runs of this process: a campaign asks once which number its key belongs to.
const numbers = createMemory<Dialog360Number>(TEN_MINUTES_MS);

/**
 * Lets a client of the Graph API speak in the way of a provider.
 *
 * What only a Meta app may do is refused for every other provider, before it leaves: the app is the provider's.
 *
 * @param carry - carries requests to the provider, with the credential
 */
export function speakWithProvider(carry: GraphTransport, graph: GraphAddress): GraphTransport {
	if (graph.provider === 'dialog360') {
		const baseUrl = withoutTrailing(graphUrl(graph, ''), /\//);
		return toDialog360Transport(carry, { baseUrl, remember: async (ask) => await numbers.get(`${baseUrl} ${graph.keyDigest ?? ''}`, ask) });
	}
	if (graph.provider !== 'other') return carry;
	return async (request) => {
		if (request.as === undefined) return await carry(request);
		throw new InvalidInputError(
			'Provider',
			'This is done in the name of a Meta app, and with another provider the app is that of the provider.',
			"Do it where your provider lets you: in its console, or in Meta's Business Manager.",
		);
	};
}
