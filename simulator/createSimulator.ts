import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express } from 'express';
import { Clock } from './Clock.ts';
import { controlRoutes } from './control/controlRoutes.ts';
import { createControls } from './control/createControls.ts';
import { dialog360Routes, DIALOG360_PATH } from './dialog360/dialog360Routes.ts';
import type { Engine, SimulatedAccount } from './Engine.ts';
import { answerGraphError, graphRoutes } from './graph/graphRoutes.ts';
import { firstTokenState } from './graph/firstTokenState.ts';
import { IdGenerator } from './IdGenerator.ts';
import { addDownloadRoute } from './media/addDownloadRoute.ts';
import { SAMPLE_PATH } from './media/addSampleRoutes.ts';
import { MediaFiles } from './media/MediaFiles.ts';
import { SampleUploads } from './media/SampleUploads.ts';
import { addFileRoute } from './page/addFileRoute.ts';
import { addPageRoute } from './page/addPageRoute.ts';
import { refuseForeignPages } from './refuseForeignPages.ts';
import { FailureQueue } from './sending/FailureQueue.ts';
import { HeldMessages } from './sending/HeldMessages.ts';
import type { Simulator, SimulatorControls } from './Simulator.ts';
import type { SimulatorOptions } from './SimulatorOptions.ts';
import { seedTemplates } from './templates/seedTemplates.ts';
import { TemplateBook } from './templates/TemplateBook.ts';
import { Timers } from './Timers.ts';
import { DeliveryQueue } from './webhooks/DeliveryQueue.ts';
import { SubscriptionBook } from './webhooks/SubscriptionBook.ts';
import type { BusinessNumber } from './world/BusinessNumber.ts';
import { RateLimit } from './world/RateLimit.ts';
import type { SimulatorSettings } from './world/SimulatorSettings.ts';
import { World } from './world/World.ts';

const FIVE_TRIES_IN_A_MINUTE = [2000, 5000, 15_000, 40_000];

const demoNumber: BusinessNumber = {
	id: '106540352242922',
	displayPhoneNumber: '+1 555 010 0001',
	verifiedName: 'Example Shop',
};

/**
 * Starts a stand-in for Meta: the Graph API, signed webhooks, a clock of its own and a page.
 *
 * @returns once it listens
 * @throws when the port is taken
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const engine = createEngine(options);
	const controls = createControls(engine);
	const server = createServer(createApp(engine, controls));
	server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
	await once(server, 'listening');
	engine.media.baseUrl = urlOf(server);
	return { ...controls, url: urlOf(server), close: async () => await close(server, engine) };
}

function createEngine(options: SimulatorOptions): Engine {
	const clock = new Clock(options.now ?? Date.now);
	const ids = new IdGenerator(clock.realNowMs());
	const account = createAccount(options);
	const world = new World({
		ids,
		numbers: options.phoneNumbers ?? [demoNumber],
		settings: firstSettings(options),
		mostMessages: options.mostMessages,
	});
	const { appId: id, appName: name, appSecret } = account;
	const isSubscribedToAccount = options.isAppSubscribed ?? true;
	const subscriptions = new SubscriptionBook({ id, name, appSecret, isSubscribedToAccount });
	return {
		account,
		clock,
		ids,
		world,
		media: new MediaFiles(ids, clock),
		uploads: new SampleUploads(ids),
		templates: new TemplateBook(ids, options.seedTemplates ?? seedTemplates),
		subscriptions,
		token: firstTokenState(),
		deliveries: new DeliveryQueue({
			clock,
			subscriptions,
			isInDevelopment: () => world.settings.developmentMode,
			businessAccountId: account.businessAccountId,
			retryPausesMs: options.retryPausesMs ?? FIVE_TRIES_IN_A_MINUTE,
			timeoutMs: options.webhookTimeoutMs ?? 10_000,
		}),
		failures: new FailureQueue(),
		heldMessages: new HeldMessages(),
		rateLimit: new RateLimit(),
		statusTimers: new Timers(),
	};
}

function firstSettings({ statusDelayMs }: SimulatorOptions): SimulatorSettings {
	return {
		reEngagementError: 'later',
		statuses: 'read',
		statusDelayMs: statusDelayMs ?? 400,
		pairRate: true,
		throughputPerSecond: null,
		throughputLevel: 'STANDARD',
		isOnBizApp: false,
		answerDelayMs: 0,
		freeServiceMessages: 1_000,
		timeZone: 'UTC',
		freeEntryPointHours: 72,
		reactionsOpenWindow: false,
		developmentMode: false,
		marketingOnCloudApi: true,
		directSend: 'off',
		templatePacing: false,
		templateReview: 'approve',
	};
}

function createAccount(options: SimulatorOptions): SimulatedAccount {
	return {
		accessToken: options.accessToken ?? 'simulator-access-token',
		appId: options.appId ?? '645829310472918',
		appName: 'Example App',
		appSecret: options.appSecret ?? 'simulator-app-secret',
		businessAccountId: options.businessAccountId ?? '102290129340398',
		businessName: 'Example Shop',
		verifyToken: options.verifyToken,
	};
}

function createApp(engine: Engine, controls: SimulatorControls): Express {
	const app = express();
	app.disable('x-powered-by');
	app.use(refuseForeignPages);
	// Before the others: curl calls every body a form.
	app.use(express.raw({ type: ({ url = '' }) => SAMPLE_PATH.test(url), limit: '100mb' }));
	app.use(express.json({ limit: '5mb' }), express.urlencoded({ extended: false }));
	addPageRoute(app);
	addFileRoute(app, engine);
	app.use('/_simulator', controlRoutes(controls));
	app.use(DIALOG360_PATH, dialog360Routes(engine));
	addDownloadRoute(app, engine);
	app.use(/^\/v\d+\.\d+/, graphRoutes(engine));
	app.use(answerGraphError(engine));
	return app;
}

function urlOf(server: Server): string {
	const { address, port } = server.address() as AddressInfo;
	// What listens on every address is reached under this name.
	if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
	return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

async function close(server: Server, { deliveries, statusTimers }: Engine): Promise<void> {
	statusTimers.clear();
	deliveries.close();
	const closed = once(server, 'close');
	server.close();
	server.closeAllConnections();
	await closed;
}
