/** A business phone number of the simulated WABA. */
export interface BusinessNumber {
	/** Phone number ID. */
	id: string;
	/** As people read it, for example `+1 555 010 0001`. */
	displayPhoneNumber: string;
	/** Name that Meta verified. */
	verifiedName: string;
}
