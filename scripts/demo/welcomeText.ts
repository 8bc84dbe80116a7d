import { n8nOwner } from '../n8n/n8nOwner.ts';
import { demoPeople } from './demoPeople.ts';

/** What the terminal says when the demo is ready. */
export function welcomeText(n8nUrl: string, simulatorUrl: string): string {
	const { justWrote, wroteYesterday, neverWrote } = demoPeople;
	const order = JSON.stringify({
		phone: `+${wroteYesterday.waId}`,
		first_name: wroteYesterday.name.split(' ')[0],
		order_id: '1042',
		status: 'shipped',
	});
	return `
  The demo is ready.

    n8n         ${n8nUrl}
                ${n8nOwner.email}   ${n8nOwner.password}
    WhatsApp    ${simulatorUrl}
                a stand-in for Meta: you play the customers

    ${justWrote.name} has just written, ${wroteYesterday.name} 25 hours ago, ${neverWrote.name} never.

  What to try

    1. On the WhatsApp page, write as ${justWrote.name}. The answer comes from the workflow "Support auto-reply".
    2. In n8n, open "Appointment reminder" and click Execute workflow: one free-form message, two templates.
    3. Report an order as a shop would. ${wroteYesterday.name}'s window is closed, so a template goes out:

       curl -X POST ${n8nUrl}/webhook/order-update -H 'Content-Type: application/json' \\
         -d '${order}'

       Then write as ${wroteYesterday.name} and report it again: now it is a free-form message.

    4. Fill in ${n8nUrl}/form/whatsapp-offers with ${neverWrote.name}'s number, +${neverWrote.waId}. A yes is entered as an opt-in,
       and a marketing template goes out; after a no there is none.

    5. Build your own: give a WhatsApp Session Trigger the Registration Level "Phone Number" and publish its
       workflow. From then on that workflow gets the messages, until you unpublish it.

  Ctrl-C stops everything. The next npm start finds your workflows again; the conversations and the callbacks begin
  anew. Remove the folder .demo to begin with everything anew.
`;
}
