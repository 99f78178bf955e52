/**
 * What styles lack for works of fiction, put in while a style is loaded; the files themselves stay as the Citation Style Language
 * project made them. Each addition names the text that it stands for, and a style that no longer has it is an error.
 */
import type { StyleId } from '#domain/citations/styles.ts'

interface Addition {
	find: string
	put: string
}

const directors = '<names variable="director">'
const sortName = 'and="text" sort-separator=", " delimiter=", " delimiter-precedes-last="always"/>'
const directedBy =
	'<names variable="director"><label form="verb" text-case="capitalize-first" suffix=" "/><name and="text" initialize-with="."/></names>'
/** Season, episode and its title, after the title of the series. */
const part = (textCase = '') =>
	`<choose><if type="motion_picture"><group delimiter=", "><text variable="volume-title"${textCase}/><text variable="part-title" text-case="title" quotes="true"/></group></if></choose>`
const capital = ' text-case="capitalize-first"'

const additions: Record<StyleId, Addition[]> = {
	apa: [],
	// Cite Them Right: “Title (Year) Directed by Name [Film]. Place: Company.”, and season and episode after a series’ title.
	harvard: [
		{
			find: '<text macro="year-date" prefix="(" suffix=")"/><group delimiter=", ">',
			put: `<text macro="year-date" prefix="(" suffix=")"/><choose><if type="motion_picture"><group delimiter=" "><text variable="number"/>${directedBy}<text variable="genre" prefix="[" suffix="]"/></group></if></choose><group delimiter=", ">`,
		},
		{
			find: '<text macro="container-title"/></group></group></group>',
			put: `<text macro="container-title"/></group><choose><if type="broadcast"><text variable="number"/></if></choose></group></group><choose><if type="broadcast">${directedBy}</if></choose>`,
		},
		{
			find: '<if type="chapter paper-conference" match="none"><names variable="editor translator" delimiter=". ">',
			put: '<if type="chapter paper-conference" match="none"><names variable="editor translator illustrator" delimiter=". ">',
		},
	],
	// “Created by” and “hosted by” stand where “directed by” does.
	mla: [
		{
			find: '<names variable="director illustrator interviewer" delimiter=", ">',
			put: '<names variable="host series-creator director illustrator interviewer" delimiter=", ">',
		},
	],
	chicago: [
		{
			find: '<names variable="director" delimiter=". ">',
			put: '<names variable="series-creator director illustrator" delimiter=". ">',
		},
		{
			find: '<text macro="title"/>\n      </group>\n      <text macro="description"/>',
			put: `<text macro="title"/>${part(capital)}</group><text macro="description"/>`,
		},
		// 14.220: reports are set as books are.
		{
			find: '<else-if type="bill book graphic legislation motion_picture song" match="any">',
			put: '<else-if type="bill book graphic legislation motion_picture report song" match="any">',
		},
		// 15.51: the day stands after the page’s title; a year alone is not said twice.
		{
			find: '<if type="webpage post-weblog" match="any">\n          <date variable="issued" form="text"/>',
			put: '<if type="webpage post-weblog" match="any"><date variable="available-date" form="text"/>',
		},
	],
	// 14.265: a note begins with the title and names the director after it; the bibliography begins with the director.
	'chicago-notes': [
		{
			find: '<text macro="translator"/>\n          <choose>',
			put: `<text macro="translator"/><choose><if type="motion_picture">${directors}<name name-as-sort-order="first" ${sortName}<label form="short" prefix=", "/></names></if></choose><choose>`,
		},
		{
			find: '<names variable="translator"/>\n        <text macro="title"/>',
			put: `<names variable="translator"/><choose><if type="motion_picture">${directors}<name name-as-sort-order="all" ${sortName}</names></if></choose><text macro="title"/>`,
		},
		{
			find: '</names>\n    </group>\n  </macro>\n  <macro name="secondary-contributors-note">',
			put: '</names><names variable="series-creator director illustrator" delimiter=", "><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names></group></macro><macro name="secondary-contributors-note">',
		},
		{
			find: '<names variable="editor translator" delimiter=". ">',
			put: '<names variable="editor translator illustrator series-creator" delimiter=". ">',
		},
		{ find: '<text macro="title-note"/>\n', put: `<text macro="title-note"/>${part()}` },
		{
			find: '<text macro="title"/>\n                        <text macro="issue-map-graphic"/>',
			put: `<text macro="title"/>${part(capital)}<text macro="issue-map-graphic"/>`,
		},
		{
			find: '<else-if type="book graphic map motion_picture song" match="any">',
			put: '<else-if type="book graphic map motion_picture report song" match="any">',
		},
		{
			find: '<else-if type="book graphic motion_picture song" match="any">',
			put: '<else-if type="book graphic motion_picture report song" match="any">',
		},
	],
}

/**
 * @param xml the style as it ships
 * @returns the style with what it lacks
 * @throws Error when the style has changed, so that an addition has no place
 */
export function withAdditions(style: StyleId, xml: string): string {
	return additions[style].reduce((text, { find, put }) => {
		if (!text.includes(find)) throw new Error(`The style ${style} has changed: it has no ${find}`)
		return text.replaceAll(find, put)
	}, xml)
}

/**
 * APA, 10.12: each writer and director of an episode carries a role, “(Writer & Director)”, which `styled` gives as a suffix; the style
 * would set a comma before it, and calls a creator “Series Creator”.
 */
export const withRoles = (entry: string): string =>
	entry
		.replace(/, \((Writer|Director|Writer (?:&amp;|&#38;|&) Director)\)/g, ' ($1)')
		.replace('(Series Creator', '(Creator')
