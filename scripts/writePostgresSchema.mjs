// Writes docs/postgres-schema.sql anew, from the schema of a build: `npm run build && node scripts/writePostgresSchema.mjs`.

import { writeFileSync } from 'node:fs';

import schemaScript from '../dist/nodes/shared/store/postgres/postgresSchemaScript.js';

writeFileSync(new URL('../docs/postgres-schema.sql', import.meta.url), schemaScript.postgresSchemaScript('whatsapp_session', 'n8n'));
