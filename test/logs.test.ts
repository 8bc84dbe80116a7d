import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

const ROOT = join(__dirname, '..', 'nodes');

/**
 * What may stand beside the sentence of a log: what finds the place in n8n, at WhatsApp or in the code, and is about nobody. An ID
 * of a message is, and so is an event's that is one: a wamid has the person's number in it. The text of an error is ours, and holds no text
 * of a message, no number and no token.
 */
const ALLOWED = new Set([
	// How many refusals the log has left out.
	'more',
	...['error', 'cause', 'fault', 'at', 'reason', 'status', 'tries', 'skipped', 'events', 'kind', 'field'],
	...['workflowId', 'node', 'executionId', 'waitId', 'claimId', 'mediaId'],
	// How many messages of a run went out, by kind, and how many did not, by reason.
	...['nodeName', 'done', 'total', 'seconds', 'sentPerSecond', 'sent', 'alreadySent', 'notSent', 'failed'],
]);

/** What people are called in this code, and what they write. */
const PERSONAL = /\b(recipient|person|user|waId|wa_id|bsuid|phoneNumber|from|profileName|contactName|text|body|wording|caption|sendOnceKey|resumeUrl|accessToken|accessHeaders|appSecret|webhookSecret|password)\b/;

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

interface LogCall {
	where: string;
	message: string;
	/** Names of the details, where they are written there; a variable as `...name`. */
	details: string[];
}

function findLogCalls(name: string): LogCall[] {
	const source = ts.createSourceFile(name, readFileSync(join(ROOT, name), 'utf8'), ts.ScriptTarget.ESNext, true);
	const calls: LogCall[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && /\blogger(\.(debug|info|warn|error)|\[\w+\])$/.test(node.expression.getText())) {
			const [message, details] = node.arguments;
			calls.push({
				where: `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
				message: message?.getText() ?? '',
				details: details ? namesIn(details, source) : [],
			});
		}
		node.forEachChild(visit);
	};
	visit(source);
	return calls;
}

/** The names of an object, also where it was written into a variable before, and with what is spread into it. */
function namesIn(node: ts.Expression, source: ts.SourceFile): string[] {
	if (ts.isIdentifier(node)) {
		const declared = findDeclaration(node.text, source);
		return declared ? namesIn(declared, source) : [`...${node.text}`];
	}
	if (ts.isParenthesizedExpression(node)) return namesIn(node.expression, source);
	if (ts.isBinaryExpression(node)) return namesIn(node.right, source);
	if (!ts.isObjectLiteralExpression(node)) return [`...${node.getText()}`];
	return node.properties.flatMap((property) => (ts.isSpreadAssignment(property) ? namesIn(property.expression, source) : [property.name?.getText() ?? '?']));
}

function findDeclaration(name: string, source: ts.SourceFile): ts.Expression | undefined {
	let found: ts.Expression | undefined;
	const visit = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) found = node.initializer;
		node.forEachChild(visit);
	};
	visit(source);
	return found;
}

const calls = files.flatMap(findLogCalls);

describe('the log of n8n', () => {
	it('is written to by this pack', () => {
		expect(calls.length).toBeGreaterThan(10);
	});

	it.each(calls.map((call) => [call.where, call] as const))('is told nothing of a person at %s', (_, { message, details }) => {
		expect(details.filter((name) => !ALLOWED.has(name))).toEqual([]);
		const values = [...message.matchAll(/\$\{([^}]*)\}/g)].map(([, value]) => value ?? '');
		expect(values.filter((value) => PERSONAL.test(value))).toEqual([]);
	});

	it('is written to through n8n alone', () => {
		const direct = files.filter((name) => /\bconsole\.(log|warn|error|info|debug)\(/.test(readFileSync(join(ROOT, name), 'utf8')));
		expect(direct).toEqual([]);
	});
});
