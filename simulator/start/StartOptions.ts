/** How the simulator is to be started by hand. */
export interface StartOptions {
	/** First port to try. */
	port: number;
	/** Address to listen on. */
	host: string;
	/** Where webhooks go at first; undefined until somebody sets it. */
	callbackUrl?: string;
	/** For callback URLs that are set later without one; undefined takes none. */
	verifyToken?: string;
	/** Whether there is a second business number. */
	hasTwoNumbers: boolean;
}
