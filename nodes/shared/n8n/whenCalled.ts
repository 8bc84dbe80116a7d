/**
 * Gives a function that looks for its work when it is first called.
 *
 * n8n reads the descriptions of all nodes whenever one of its processes starts. In the built `.node.js` files an import is looked up at its first
 * use, so that a node whose methods are wrapped in this loads what describes it, and none of its work.
 */
export function whenCalled<This, Parameters extends unknown[], Result>(
	find: () => (this: This, ...parameters: Parameters) => Promise<Result>,
): (this: This, ...parameters: Parameters) => Promise<Result> {
	return async function (this: This, ...parameters: Parameters) {
		return await find().call(this, ...parameters);
	};
}
