// Writes the tables of docs/errors.md anew, from a build: `npm run build && node scripts/writeErrorCodes.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { errorSections, type ErrorTables } from './docs/errorSections.ts';
import { ERROR_TABLES_MARK, toErrorTables } from './docs/toErrorTables.ts';

const requireBuilt = createRequire(import.meta.url);
const built = (name: string) => requireBuilt(`../dist/nodes/shared/cloudApi/errors/${name}.js`) as Partial<ErrorTables>;
const tables = { ...built('accountErrors'), ...built('featureErrors'), ...built('messageErrors'), ...built('templateErrors') } as ErrorTables;

const page = new URL('../docs/errors.md', import.meta.url);
const [written = ''] = readFileSync(page, 'utf8').split(ERROR_TABLES_MARK);
writeFileSync(page, `${written}${ERROR_TABLES_MARK}${toErrorTables(errorSections(tables))}`);
