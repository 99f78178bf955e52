/**
 * What styles lack for works of fiction, put in while a style is loaded; the files themselves stay as the Citation Style Language
 * project made them. Each addition names the text that it stands for, and a style that no longer has it is an error.
 */
import type { CslItem } from '#domain/citations/items.ts'
import type { StyleId } from '#domain/citations/styles.ts'

interface Addition {
	find: string
	put: string
}

const directors = '<names variable="director">'
const sortName = 'and="text" sort-separator=", " delimiter=", " delimiter-precedes-last="always"/>'
const seasonAndEpisode = (prefix = '') =>
	`<choose><if type="broadcast"><text variable="number"${prefix && ` prefix="${prefix}"`}/></if></choose>`

const additions: Partial<Record<StyleId, Addition[]>> = {
	// Publication Manual, 10.12: “Writer, W. W. (Writer), & Director, D. D. (Director).”
	apa: [
		{
			find: '<names variable="script-writer director">',
			put: '<names delimiter=", &amp; " variable="script-writer director">',
		},
		{
			find: '<names variable="script-writer"/></if></choose><names variable="director"/>',
			put: '<names delimiter=" &amp; " variable="script-writer director"/></if></choose><names variable="director"/>',
		},
	],
	// Cite Them Right: “Title (Year) Directed by Name [Film]. Place: Company.”, and season and episode after a series’ title.
	harvard: [
		{
			find: '<text macro="year-date" prefix="(" suffix=")"/><group delimiter=", ">',
			put: `<text macro="year-date" prefix="(" suffix=")"/><choose><if type="motion_picture"><group delimiter=" ">${directors}<label form="verb" text-case="capitalize-first" suffix=" "/><name and="text" initialize-with="."/></names><text variable="genre" prefix="[" suffix="]"/></group></if></choose><group delimiter=", ">`,
		},
		{
			find: '<text macro="container-title"/></group></group></group>',
			put: `<text macro="container-title"/></group>${seasonAndEpisode()}</group></group><choose><if type="broadcast">${directors}<label form="verb" text-case="capitalize-first" suffix=" "/><name and="text" initialize-with="."/></names></if></choose>`,
		},
	],
	// “Created by” stands where “directed by” does.
	mla: [
		{
			find: '<names variable="director illustrator interviewer" delimiter=", ">',
			put: '<names variable="series-creator director illustrator interviewer" delimiter=", ">',
		},
	],
	chicago: [
		{
			find: '<names variable="director" delimiter=". ">',
			put: '<names variable="director illustrator" delimiter=". ">',
		},
		{
			find: '<text macro="container-title" prefix=". "/>',
			put: `<text macro="container-title" prefix=". "/>${seasonAndEpisode(', ')}`,
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
			put: '</names><names variable="director illustrator" delimiter=", "><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names></group></macro><macro name="secondary-contributors-note">',
		},
		{
			find: '<names variable="editor translator" delimiter=". ">',
			put: '<names variable="editor translator illustrator" delimiter=". ">',
		},
		{
			find: '<text macro="container-title-note"/>',
			put: `<text macro="container-title-note"/>${seasonAndEpisode()}`,
		},
		{ find: '<text macro="container-title"/>\n', put: `<text macro="container-title"/>${seasonAndEpisode()}` },
	],
}

/**
 * @param xml the style as it ships
 * @returns the style with what it lacks
 * @throws Error when the style has changed, so that an addition has no place
 */
export function withAdditions(style: StyleId, xml: string): string {
	return (additions[style] ?? []).reduce((text, { find, put }) => {
		if (!text.includes(find)) throw new Error(`The style ${style} has changed: it has no ${find}`)
		return text.replaceAll(find, put)
	}, xml)
}

/**
 * APA, 10.12: someone who wrote and directed an episode is named once, “(Writer & Director)”. CSL cannot join two roles;
 * `styled` leaves the director alone.
 */
export const withJoinedRoles = (item: CslItem | undefined, entry: string): string =>
	item?.custom?.roles === 'writer-director' ? entry.replace('(Director', '(Writer & Director') : entry
