/** The environment variables with which an n8n keeps its workflows and executions in a Postgres. */
export function databaseEnvironment(postgresUrl: string): Record<string, string> {
	const database = new URL(postgresUrl);
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: database.hostname,
		DB_POSTGRESDB_PORT: database.port,
		DB_POSTGRESDB_DATABASE: database.pathname.slice(1),
		DB_POSTGRESDB_USER: database.username,
		DB_POSTGRESDB_PASSWORD: database.password,
	};
}
