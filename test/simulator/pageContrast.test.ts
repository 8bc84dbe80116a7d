import { pageStyle } from '../../simulator/page/pageStyle.ts';
import { scriptPeople } from '../../simulator/page/scriptPeople.ts';

/** What WCAG 2.2 asks of text, 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum, read 2026-11-27). */
const LEAST_CONTRAST = 4.5;

type Colour = [red: number, green: number, blue: number];

function luminance(colour: Colour): number {
	const [red, green, blue] = colour.map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as Colour;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function toColour(hex: string): Colour {
	return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;
}

function fromHsl(hue: number, saturation: number, lightness: number): Colour {
	const span = saturation * Math.min(lightness, 1 - lightness);
	return [0, 8, 4].map((offset) => {
		const place = (offset + hue / 30) % 12;
		return 255 * (lightness - span * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
	}) as Colour;
}

const [light = '', dark = ''] = [...pageStyle.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block);
const coloursOf = (block: string) => new Map([...block.matchAll(/--([a-z]+(?:-[a-z]+)?): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, toColour(hex)]));

/** Which text stands on which ground. */
const TEXTS: Array<[text: string, grounds: string[]]> = [
	['ink', ['ground', 'panel', 'wash', 'theirs', 'own', 'chat']],
	['soft', ['panel', 'wash', 'theirs', 'own', 'chat']],
	['accent', ['panel', 'wash', 'theirs']],
	['accent-ink', ['accent']],
	['good', ['panel']],
	['bad', ['panel', 'theirs', 'own', 'chat', 'bad-wash']],
	['warn', ['theirs', 'own', 'chat', 'warn-wash']],
	['read', ['theirs', 'own']],
];
const PAIRS = TEXTS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const));

describe.each([['light', light], ['dark', dark]])("the page's colours, %s", (_, block) => {
	const colours = coloursOf(block);
	const named = (name: string) => colours.get(name) ?? ([0, 0, 0] satisfies Colour);

	test.each(PAIRS)('%s can be read on %s', (text, ground) => {
		expect(colours.has(text) && colours.has(ground)).toBe(true);
		expect(contrast(named(text), named(ground))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
	});

	// An open window: the word on a ground of 14 % of its own colour.
	test.each(['panel', 'wash'])('the mark of an open window can be read on %s', (ground) => {
		const share = Number(/\.state\.open \{[^}]*var\(--good\) (\d+)%/.exec(pageStyle)?.[1]) / 100;
		const mixed = named('good').map((part, index) => part * share + named(ground)[index]! * (1 - share)) as Colour;
		expect(contrast(named('good'), mixed)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
	});
});

test('the letters of every person can be read', () => {
	const [, saturation, lightness] = /' (\d+)% (\d+)%\)'/.exec(scriptPeople) ?? [];
	for (let hue = 0; hue < 360; hue += 1) {
		expect(contrast([255, 255, 255], fromHsl(hue, Number(saturation) / 100, Number(lightness) / 100))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
	}
});
