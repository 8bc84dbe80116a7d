import { pageMarkup } from './pageMarkup.ts';
import { pageStyle } from './pageStyle.ts';
import { scriptAnswers } from './scriptAnswers.ts';
import { scriptBasics } from './scriptBasics.ts';
import { scriptConversation } from './scriptConversation.ts';
import { scriptDeliveries } from './scriptDeliveries.ts';
import { scriptKeyed } from './scriptKeyed.ts';
import { scriptMain } from './scriptMain.ts';
import { scriptNews } from './scriptNews.ts';
import { scriptPanels } from './scriptPanels.ts';
import { scriptPeople } from './scriptPeople.ts';
import { scriptPerson } from './scriptPerson.ts';
import { scriptRing } from './scriptRing.ts';
import { scriptSections } from './scriptSections.ts';
import { scriptUsage } from './scriptUsage.ts';

/** The simulator's page: one HTML document that needs nothing from elsewhere. */
export function renderPage(): string {
	const conversation = [scriptSections, scriptAnswers, scriptConversation, scriptNews];
	const panels = [scriptPerson, scriptDeliveries, scriptUsage, scriptPanels];
	const scripts = [scriptBasics, scriptKeyed, scriptRing, scriptPeople, ...conversation, ...panels, scriptMain].join('\n');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>WhatsApp simulator</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
${pageMarkup}
<script type="module">${scripts}</script>
</body>
</html>
`;
}
