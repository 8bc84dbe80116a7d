/** The command of the built package: `npx n8n-nodes-whatsapp-session simulator`. The build makes one file of it, with Express in it. */
import { helpText } from './start/helpText.ts';
import { startSimulator } from './start/startSimulator.ts';

const OLDEST_NODE = [22, 13] as const;

const [command, ...args] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
	console.error(`The simulator needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`);
	process.exitCode = 1;
} else if (command === 'simulator') void startSimulator(args);
else if (command === undefined || command === '--help') console.log(helpText);
else {
	console.error(`"${command}" is not a command. There is one: npx n8n-nodes-whatsapp-session simulator`);
	process.exitCode = 1;
}
