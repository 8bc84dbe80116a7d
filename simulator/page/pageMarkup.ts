/** The parts of the page that never change; the scripts fill the rest. In the order in which the Tab key goes through them. */
export const pageMarkup = `
<a class="skip" href="#text">Write a message</a>
<header>
	<h1>WhatsApp simulator</h1>
	<span class="fact wide">Clock <b id="clock">…</b></span>
	<span class="fact wide">Webhooks go to <b id="callback">…</b></span>
	<label class="fact"><span class="wide">Business number</span> <select id="number" aria-label="Business number"></select></label>
</header>
<nav class="people" aria-label="People">
	<div id="people" role="listbox" aria-label="People"></div>
	<button type="button" id="newPerson" aria-label="Add a person"><span aria-hidden="true">+</span> <span class="wide">Add a person</span></button>
</nav>
<main>
	<div class="phonebar">
		<div class="who"><h2 id="who"></h2><span class="note" id="address"></span></div>
		<div class="window"><span id="ring"></span><div><b id="left"></b><div class="note" id="until"></div></div></div>
	</div>
	<div class="banner" id="past" hidden></div>
	<div class="banner" id="problem" role="alert" hidden></div>
	<div id="conversation" role="region" aria-label="Conversation" tabindex="0"></div>
	<div class="unseen" id="news" role="status"></div>
	<form class="compose" id="compose">
		<select name="type" aria-label="Kind of message">
			<option value="text">Text</option><option value="image">Photo</option><option value="audio">Voice message</option>
			<option value="document">Document</option><option value="location">Location</option>
			<option value="contacts">Contact</option><option value="sticker">Sticker</option>
		</select>
		<input type="text" id="text" name="text" placeholder="Write as this person" autocomplete="off" aria-label="Message">
		<button class="main">Send</button>
		<div class="more">
			<label class="note">Written <select name="agoHours" aria-label="When it was written">
				<option value="0">now</option><option value="1">1 hour ago</option><option value="12">12 hours ago</option>
				<option value="23">23 hours ago</option><option value="23.95">23 h 57 min ago</option>
				<option value="24">24 hours ago</option><option value="25">25 hours ago</option><option value="72">3 days ago</option>
			</select></label>
			<button type="button" id="call">Call</button>
			<button type="button" id="echo" title="The business writes this in its WhatsApp Business app">As the business</button>
		</div>
	</form>
</main>
<aside class="panels" aria-label="Controls">
	<section>
		<h2 id="about">This person</h2>
		<dl id="facts"></dl>
		<div class="row">
			<button type="button" id="marketing" title="Offers and announcements of this business"></button>
			<button type="button" id="move" title="Gives this person another phone number and user ID">New number</button>
		</div>
		<p class="after">Opt-ins, STOP words and what waits in the outbox are in n8n's own store. There <b>WhatsApp Session</b> shows them:
			<i>Contact &gt; Export</i>, <i>Outbox &gt; Get Many</i>.</p>
	</section>
	<section>
		<h2>Clock</h2>
		<p>Set it back, let people write, then return to now: their conversations have aged. n8n keeps the real time.</p>
		<div class="presets" id="clocks"></div>
	</section>
	<section>
		<h2>Webhooks and their answers</h2>
		<div class="row filters">
			<select id="ofPerson" aria-label="Webhooks about"></select>
			<select id="ofKind" aria-label="Kind of webhook"></select>
			<select id="ofAnswer" aria-label="Answer to the webhook">
				<option value="">Any answer</option><option value="answered">Answered 200</option>
				<option value="failed">Refused or no answer</option><option value="open">Waiting or not sent</option>
			</select>
		</div>
		<p id="found"></p>
		<div class="list hooks" id="deliveries"></div>
	</section>
	<section>
		<h2>Webhook delivery</h2>
		<label class="check"><input type="checkbox" data-delivery="paused"> hold everything back</label>
		<label class="check"><input type="checkbox" data-delivery="shuffle"> change the order</label>
		<label class="check"><input type="checkbox" data-delivery="batch"> collect for one POST
			<button type="button" id="flush" hidden></button></label>
		<label class="check">extra copies <input type="number" data-delivery="duplicates" min="0" max="20"></label>
		<label class="check">delay, in ms <input type="number" data-delivery="delayMs" min="0" step="100"></label>
		<form class="row" id="subscribe" style="margin-top: 8px">
			<input type="text" name="callbackUrl" placeholder="Callback URL: a trigger's Production URL" required aria-label="Callback URL">
			<button>Set</button>
		</form>
		<div class="list" id="levels" style="margin-top: 8px" role="group" aria-label="Where webhooks go"></div>
		<label class="check"><input type="checkbox" id="developmentMode"> the app is in development mode</label>
	</section>
	<section>
		<h2>Sends outside the window</h2>
		<select id="reEngagementError" aria-label="Free-form outside the window">
			<option value="later">Free-form: accepted, fails later (usual)</option>
			<option value="atOnce">Free-form: refused at once</option>
		</select>
	</section>
	<section>
		<h2>Fail the next sends</h2>
		<form class="stack" id="fail" style="margin-top: 0">
			<select name="failure" aria-label="Failure"></select>
			<div class="row">
				<label class="check">times <input type="number" name="count" value="1" min="1"></label>
				<label class="check"><input type="checkbox" name="isAcceptedAnyway"> message still goes out</label>
			</div>
			<div class="row"><button>Fail</button><span class="note" id="failures"></span></div>
		</form>
	</section>
	<section>
		<h2>Templates and the account</h2>
		<form class="row" id="template">
			<select name="template" aria-label="Template"></select>
			<select name="status" aria-label="State of the template">
				<option>APPROVED</option><option>PAUSED</option><option>REJECTED</option><option>DISABLED</option>
			</select>
			<button>Report</button>
		</form>
		<form class="row" id="change" style="margin-top: 8px">
			<select name="field" aria-label="Change of the account">
				<option>account_alerts</option><option>account_update</option><option>account_review_update</option>
				<option>business_capability_update</option><option>phone_number_quality_update</option>
				<option>phone_number_name_update</option><option>security</option><option>history</option>
			</select>
			<button>Report</button>
		</form>
	</section>
	<section>
		<h2>What messages cost</h2>
		<p>Counted from the statuses that name a price, in the month in which a message arrived. Free-form messages are of the category service.</p>
		<label class="check">free service messages in a month <input type="number" id="freeServiceMessages" min="0"></label>
		<div class="list" id="usage" style="margin-top: 8px"></div>
	</section>
</aside>
<dialog id="ask" aria-labelledby="question">
	<form class="stack">
		<label for="answer" id="question"></label>
		<textarea id="answer" rows="5" spellcheck="false"></textarea>
		<div class="row end"><button type="button" id="cancel">Cancel</button><button class="main">OK</button></div>
	</form>
</dialog>
<dialog id="adding" aria-labelledby="addingTitle">
	<form class="stack" id="add">
		<b id="addingTitle">Add a person</b>
		<input type="text" name="phone" placeholder="Phone number, +1 202 555 0177" required aria-label="Phone number">
		<input type="text" name="name" placeholder="Name" aria-label="Name">
		<select name="timeZone" aria-label="Time zone"><option value="">Time zone: by the number</option></select>
		<label class="check"><input type="checkbox" name="hidesPhoneNumber"> hides the phone number</label>
		<label class="check"><input type="checkbox" name="absent"> is not on WhatsApp</label>
		<div class="row end"><button type="button" id="notAdding">Cancel</button><button class="main">Add</button></div>
	</form>
</dialog>
`;
