/** The simulator from a clone: `node simulator/main.ts`. */
import { startSimulator } from './start/startSimulator.ts';

await startSimulator(process.argv.slice(2));
