/** What `--help` says. */
export const helpText = `A stand-in for WhatsApp on your own machine: you play the customers, n8n sends and receives as if it were Meta.

  npx n8n-nodes-whatsapp-session simulator [options]

  --port <number>         first port to try; 4600
  --host <address>        address to listen on; 127.0.0.1, which is this machine alone
  --callback-url <url>    where webhooks go at first: a trigger's Production URL
  --verify-token <text>   the credential's Verify Token, for callback URLs that come without one
  --two-numbers           a second business number
  --help                  these lines
`;
